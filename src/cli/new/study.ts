/** `npm run new -- study`: the record of a study, from the template, named like the key of its paper. */
import fs from 'node:fs';
import path from 'node:path';
import {parseDocument} from 'yaml';
import {studiesDir} from '../../evidence/load-studies';
import {evidenceFor, studiesFor} from '../../evidence/store';
import {STUDY_ID} from '../../evidence/studies';
import {DESIGNS} from '../../evidence/study-vocabulary';
import {answersTo, eachOf, listOf, Refusal} from './answers';
import type {NewContext} from './context';
import {readTemplate, setList} from './page';
import {leftToWrite, type Plan} from './plan';

/** A record for a paper that references.yml has and no other study reports. */
export async function newStudy({root, flags, ask}: NewContext): Promise<Plan> {
  const any = path.join(root, 'docs', 'any.mdx');
  const {references, dir} = evidenceFor(any, root);
  const studies = studiesFor(any, root);
  const reported = new Map(
    [...studies.byId.values()].flatMap((study) =>
      study.refs.map((key) => [key, study.id] as const),
    ),
  );
  const {refs} = await answersTo(
    {
      refs: {
        question: 'Keys of references.yml, the primary publication first, with commas between',
        check: (answer) => {
          const used = listOf(answer).find((key) => reported.has(key));
          return (
            eachOf(references.keys(), 'key of references.yml')(answer) ??
            (used === undefined
              ? undefined
              : `${used} is a paper of the study ${reported.get(used)}: add to its record`)
          );
        },
      },
    },
    flags,
    ask,
  );
  const keys = listOf(refs);
  const kind = references.get(keys[0] ?? '')?.kind ?? '';
  const {id, design} = await answersTo(
    {
      id: {
        question: 'Id: the name of its file and of its page',
        check: (answer) =>
          !STUDY_ID.test(answer)
            ? 'lower-case letters, digits and hyphens'
            : studies.ids.includes(answer)
              ? `the study ${answer} exists`
              : undefined,
        fallback: keys[0]!,
      },
      design: {
        question: 'Design',
        choices: Object.keys(DESIGNS),
        // The reference's own record says what it is, where the words are the same.
        ...(Object.hasOwn(DESIGNS, kind) ? {fallback: kind} : {}),
      },
    },
    flags,
    ask,
  );
  if (fs.existsSync(path.join(studiesDir(dir), `${id}.yml`))) {
    throw new Refusal(`the study ${id} exists: name another with --id`);
  }
  const document = parseDocument(readTemplate(root, 'study.yml'));
  document.set('id', id);
  setList(document, 'refs', keys);
  document.set('design', design);
  const text = document.toString({lineWidth: 0, flowCollectionPadding: false});
  const file = `docs/_evidence/studies/${id}.yml`;
  return {
    files: new Map([[file, text]]),
    notes: [
      `${file}: what is left to write is marked WRITE: (${leftToWrite(text)}) or empty; \`npm run check\` names each.`,
      'Fields and examples: CONTRIBUTING.md, "Add a study". Remove what the source does not say.',
    ],
  };
}

/** `npm run new -- update`: a post for "What's new". */
import fs from 'node:fs';
import path from 'node:path';
import {parse, Scalar} from 'yaml';
import {SLUG} from '../../evidence/front-matter';
import {splitTarget} from '../../evidence/moves';
import {listPages} from '../../evidence/pages';
import {isRealDate} from '../../evidence/schemas';
import {evidenceFor} from '../../evidence/store';
import {answersTo, eachOf, kebab, listOf} from './answers';
import type {NewContext} from './context';
import {fillTemplate, setList} from './page';
import {leftToWrite, type Plan} from './plan';

/** A post of a day, about one event, with the sources that it cites. */
export async function newUpdate({root, flags, ask, today}: NewContext): Promise<Plan> {
  const blog = path.join(root, 'blog');
  const posts = fs.existsSync(blog) ? fs.readdirSync(blog) : [];
  const pages = new Set(listPages(path.join(root, 'docs')).map(({slug}) => slug));
  const {references} = evidenceFor(path.join(root, 'docs', 'any.mdx'), root);
  const tags = Object.keys(readTags(path.join(blog, 'tags.yml')));
  const isDay = (answer: string): boolean => answer.length === 10 && isRealDate(answer);

  const {title} = await answersTo({title: {question: 'What happened (the title)'}}, flags, ask);
  const answers = await answersTo(
    {
      date: {
        question: 'Day it is published here',
        check: (answer) => (isDay(answer) ? undefined : 'a day that exists: YYYY-MM-DD'),
        fallback: today,
      },
      slug: {
        question: 'Address',
        check: (answer) =>
          !SLUG.test(answer) || answer.includes('/')
            ? 'lower-case words with hyphens'
            : posts.some((name) => name.replace(/^\d{4}-\d\d-\d\d-|\.mdx$/g, '') === answer)
              ? 'a post has that address'
              : undefined,
        fallback: kebab(title),
      },
      event: {
        question: 'Day of the event: YYYY, YYYY-MM or YYYY-MM-DD',
        check: (answer) => (isRealDate(answer) ? undefined : 'a date that exists'),
        fallback: '',
      },
      cite: {
        question: 'Keys of references.yml that it cites, with commas between',
        check: eachOf(references.keys(), 'key of references.yml'),
      },
      affects: {
        question: 'Pages that it changes: slug or slug#id, with commas between',
        check: (answer) =>
          eachOf(
            pages,
            'page of docs/',
          )(
            listOf(answer)
              .map((target) => splitTarget(target).slug)
              .join(','),
          ),
        fallback: '',
      },
      tags: {
        question: `Tags (${tags.join(', ')})`,
        check: eachOf(tags, 'tag of blog/tags.yml'),
        fallback: '',
      },
    },
    flags,
    ask,
  );

  const file = `blog/${answers.date}-${answers.slug}.mdx`;
  const cited = listOf(answers.cite)
    .map((key) => `@${key}`)
    .join('; ');
  const text = fillTemplate(root, 'update.mdx', (frontMatter) => {
    frontMatter.set('title', title);
    frontMatter.set('date', `${answers.date}T09:00`);
    frontMatter.set('slug', answers.slug);
    setList(frontMatter, 'tags', listOf(answers.tags));
    setList(frontMatter, 'affects', listOf(answers.affects));
    for (const field of ['tags', 'affects']) {
      if (!answers[field as 'tags' | 'affects']) {
        frontMatter.delete(field);
      }
    }
    if (answers.event) {
      // Quoted: YAML of other programs takes a bare date for one.
      const date = new Scalar(answers.event);
      date.type = 'QUOTE_SINGLE';
      frontMatter.set('event_date', date);
    }
  }).replace('.\n\n{/* truncate */}', ` [${cited}].\n\n{/* truncate */}`);
  return {
    files: new Map([[file, text]]),
    notes: [
      `${file}: what is left to write is marked WRITE: (${leftToWrite(text)}), 120 to 400 words in all; \`npm run check\` names each.`,
      'Form of an update: CONTRIBUTING.md, "Write an update".',
    ],
  };
}

function readTags(file: string): object {
  const value: unknown = fs.existsSync(file) ? parse(fs.readFileSync(file, 'utf8')) : {};
  return typeof value === 'object' && value !== null ? value : {};
}

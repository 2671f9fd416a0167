import type {ReactNode} from 'react';
import clsx from 'clsx';
import styles from './styles.module.css';

/** Word and sign for each direction. */
const EFFECTS = {
  benefit: {sign: '+', text: 'Benefit'},
  'no-difference': {sign: '=', text: 'No difference'},
  harm: {sign: '−', text: 'Harm'},
  mixed: {sign: '±', text: 'Mixed'},
  uncertain: {sign: '?', text: 'Uncertain'},
} as const;

export type EffectDirection = keyof typeof EFFECTS;

/** Direction of an effect in a word; the sign before it only repeats it. */
export function Effect({direction}: {direction: EffectDirection}): ReactNode {
  const {sign, text} = EFFECTS[direction];
  return (
    <span className={clsx(styles.effect, styles[direction])}>
      <span className={styles.sign} aria-hidden="true">
        {sign}
      </span>{' '}
      {text}
    </span>
  );
}

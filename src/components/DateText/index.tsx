import type {ReactNode} from 'react';
import {dateText} from './date-text';

export {dateText};

/** The same as a `time` element. */
export function DateText({date}: {date: string}): ReactNode {
  return <time dateTime={date}>{dateText(date)}</time>;
}

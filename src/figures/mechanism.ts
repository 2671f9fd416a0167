/** `mechanism`: boxes in columns, joined by lines: solid where established, dashed where a hypothesis. As inline SVG. */
import {escapeHtml} from './escape';
import type {FigureOf} from './schema';

const COLUMN = 176;
const ROW = 84;
const BOX = {width: 140, height: 54};
const LINE_HEIGHT = 15;
/** Characters that fit a box in the figure's type. */
const CHARS = 19;

type Node = FigureOf<'mechanism'>['nodes'][number];

/** SVG markup in `currentColor`. Everything an author wrote is escaped. */
export function drawMechanism({nodes, edges}: FigureOf<'mechanism'>): string {
  const width = Math.max(...nodes.map(({column}) => column)) * COLUMN;
  const height = Math.max(...nodes.map(({row}) => row)) * ROW;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const lines = edges.map(({from, to, status}) => {
    const dash = status === 'hypothesis' ? ' stroke-dasharray="5 4"' : '';
    return `<path d="${route(byId.get(from)!, byId.get(to)!)}"${dash} marker-end="url(#mechanism-arrow)"/>`;
  });
  return [
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" stroke-width="1.5">`,
    '<defs><marker id="mechanism-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="currentColor" stroke="none"/></marker></defs>',
    ...lines,
    ...nodes.map(box),
    '</svg>',
  ].join('');
}

function corner({column, row}: Node): {x: number; y: number} {
  return {
    x: (column - 1) * COLUMN + (COLUMN - BOX.width) / 2,
    y: (row - 1) * ROW + (ROW - BOX.height) / 2,
  };
}

function box(node: Node): string {
  const {x, y} = corner(node);
  const words = wrap(node.label);
  const top = y + BOX.height / 2 - ((words.length - 1) * LINE_HEIGHT) / 2 + 4;
  const text = words.map(
    (line, i) =>
      `<text x="${x + BOX.width / 2}" y="${top + i * LINE_HEIGHT}" text-anchor="middle" font-size="12.5" fill="currentColor" stroke="none">${escapeHtml(line)}</text>`,
  );
  return `<rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="6" fill="var(--ifm-background-color)"/>${text.join('')}`;
}

/** From the side of one box that faces the other to the other's facing side. */
function route(a: Node, b: Node): string {
  const from = corner(a);
  const to = corner(b);
  if (a.column === b.column) {
    const down = b.row > a.row;
    const x = from.x + BOX.width / 2;
    return `M${x} ${from.y + (down ? BOX.height : 0)} ${x} ${to.y + (down ? 0 : BOX.height)}`;
  }
  const right = b.column > a.column;
  const x1 = from.x + (right ? BOX.width : 0);
  const x2 = to.x + (right ? 0 : BOX.width);
  const y1 = from.y + BOX.height / 2;
  const y2 = to.y + BOX.height / 2;
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}

function wrap(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= CHARS) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

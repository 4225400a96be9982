// Photos of one album side by side. The rows stay rows of the chat; only their place in the list changes.

import { el } from './dom.js';
import { t } from './words.js';

export class Albums {
  constructor(list, user) {
    Object.assign(this, { list, user });
  }

  /** What stands in the list for a row: the album around it, or the row itself. */
  top(node) {
    return node.closest('.album') ?? node;
  }

  /** Puts neighbouring photos of one album together and takes apart what no longer belongs so; `rows` are in order. */
  arrange(rows) {
    const groups = runs(rows).filter((run) => run.length > 1);
    const kept = new Set();
    const fresh = [];
    for (const run of groups) {
      const nodes = run.map(({ node }) => node);
      const box = this.top(nodes[0]);
      const same = box !== nodes[0] && sameNodes(staying(box), nodes);
      if (same) kept.add(box);
      else fresh.push({ nodes, mine: run[0].message.from?.id === this.user });
    }
    for (const box of this.list.querySelectorAll('.album')) {
      const inside = [...box.firstChild.children];
      const leaving = inside.length > 0 && inside.every((node) => node.classList.contains('going'));
      if (!kept.has(box) && !leaving) box.replaceWith(...inside);
    }
    for (const { nodes, mine } of fresh) {
      const box = el('li', { class: `album ${mine ? 'mine' : 'theirs'}` }, el('ol', { class: 'mosaic' }));
      this.list.insertBefore(box, nodes[0]);
      box.firstChild.append(...nodes);
    }
    for (const box of this.list.querySelectorAll('.album')) {
      const count = staying(box).length;
      box.firstChild.classList.toggle('many', count > 4);
      box.firstChild.setAttribute('aria-label', t('album', { n: count }));
    }
  }
}

/** Neighbours of one sender in one album that are drawn as pictures; anything else is a run of its own. */
function runs(rows) {
  const found = [];
  for (const row of rows) {
    const { message } = row;
    const last = found.at(-1)?.at(-1)?.message;
    const together = message.photo && message.media_group_id && last?.photo
      && last.media_group_id === message.media_group_id && last.from?.id === message.from?.id;
    if (together) found.at(-1).push(row);
    else found.push([row]);
  }
  return found;
}

function staying(box) {
  return [...box.firstChild.children].filter((node) => !node.classList.contains('going'));
}

function sameNodes(some, others) {
  return some.length === others.length && some.every((node, index) => node === others[index]);
}

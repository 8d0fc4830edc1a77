import morphdom from 'morphdom';

/**
 * Makes an element like another, and touches nothing that is so already.
 * @returns the element that stands there now
 */
export function patch(target: Element, like: Element | string): Element {
  const made = morphdom(target, like, {
    onBeforeElUpdated(from, to) {
      if (from instanceof HTMLDetailsElement) to.toggleAttribute('open', from.open);
      return !from.isEqualNode(to);
    },
  });
  if (!(made instanceof Element)) throw new Error('an element was made something else');
  return made;
}

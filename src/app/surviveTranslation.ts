/**
 * Lets the page live on when a translator or an extension has moved its nodes about. React takes
 * away and inserts nodes where it put them; where a foreign element has taken their place, the
 * browser would throw and the screen would be lost. Then what stands in for the node is meant.
 *
 * Call it once, before the first draw. `prototype` is `Node.prototype`, but in tests.
 */
export function surviveTranslation(prototype: Node): void {
  const { insertBefore, removeChild } = prototype;
  prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    const found = standIn(this, child);
    if (found !== null) removeChild.call(this, found);
    return child;
  };
  prototype.insertBefore = function <T extends Node>(this: Node, node: T, before: Node | null): T {
    insertBefore.call(this, node, before && standIn(this, before));
    return node;
  };
}

/** The child of `parent` that is, or holds, the node; null where it is gone. */
function standIn(parent: Node, node: Node): Node | null {
  let found: Node | null = node;
  while (found !== null && found.parentNode !== parent) found = found.parentNode;
  return found;
}

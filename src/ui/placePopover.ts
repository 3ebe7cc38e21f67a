export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where a popover goes, in viewport pixels: below its anchor, above where there is no room
 * below, over it where there is room on neither side; never over the edge of the window.
 */
export function placePopover(
  anchor: Box,
  popover: Pick<Box, 'width' | 'height'>,
  view: Pick<Box, 'width' | 'height'>,
  align: 'start' | 'end' = 'start',
): { left: number; top: number } {
  const gap = 4;
  const edge = 8;
  const wanted = align === 'start' ? anchor.left : anchor.left + anchor.width - popover.width;
  const left = Math.max(edge, Math.min(wanted, view.width - popover.width - edge));
  const below = anchor.top + anchor.height + gap;
  const above = anchor.top - popover.height - gap;
  const fitsBelow = below + popover.height + edge <= view.height;
  const lowest = view.height - popover.height - edge;
  const top = fitsBelow ? below : above >= edge ? above : lowest;
  return { left, top: Math.max(edge, Math.min(top, lowest)) };
}

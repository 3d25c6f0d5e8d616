/** Whether the page stands in a frame on another site, where browsers keep storage apart. */
export function isApart() {
  try {
    return window.top?.location.href === undefined;
  } catch {
    return true;
  }
}

// Dims what has nothing to do with the card under the pointer, without drawing anything anew.

/** Marks what belongs to one of the paths, and the map while anything is marked; null takes the marks away. */
export function dimAllBut(map: HTMLElement, paths: readonly string[] | null): void {
  if (paths === null) {
    map.removeAttribute('data-hover');
    return;
  }
  const wanted = new Set(paths);
  for (const element of map.querySelectorAll<HTMLElement | SVGElement>('[data-paths]')) {
    const own = element.dataset.paths?.split('\n') ?? [];
    element.toggleAttribute(
      'data-lit',
      own.some((path) => wanted.has(path)),
    );
  }
  map.setAttribute('data-hover', '');
}

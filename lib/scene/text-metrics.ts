// How wide a text is, from a table: no font file, no browser, so that a drawing is the same wherever it is laid out.

export type Weight = 400 | 500 | 600 | 650;
export type Font = 'sans' | 'mono' | 'hand';

/** Advance widths of Inter for the code points 32 to 126, in thousandths of the size. Read from the font files with a browser's
 *  canvas. @see https://rsms.me/inter/ (version of `@fontsource-variable/inter` 5.3.0) */
const INTER: Readonly<Record<Weight, string>> = {
  400: '281 288 466 633 642 982 644 300 365 365 501 662 288 460 288 360 631 407 610 618 646 593 620 566 619 620 288 302 662 662 662 511 966 690 654 730 722 601 590 746 743 269 571 672 565 903 753 765 639 765 644 642 646 744 690 985 682 679 629 365 360 365 471 456 323 562 612 571 612 583 370 613 591 242 242 549 242 876 591 600 612 612 376 528 327 591 562 818 546 562 552 426 333 426 662',
  500: '267 304 494 639 646 993 653 313 369 369 521 667 303 462 303 370 646 415 616 627 656 603 630 571 629 630 303 315 667 667 667 527 982 709 657 733 722 603 589 748 745 272 575 688 565 913 756 767 642 769 648 646 653 740 709 1003 701 696 641 369 370 369 477 463 337 568 618 577 618 587 379 620 602 252 252 559 252 888 602 604 618 618 387 539 340 602 575 829 557 575 559 440 346 440 667',
  600: '252 321 523 644 650 1004 663 326 373 373 540 673 319 465 319 379 660 423 623 636 666 612 640 576 640 640 319 329 673 673 673 543 999 728 659 737 722 605 588 749 746 277 580 703 565 922 759 769 645 773 652 650 660 736 728 1020 720 713 652 373 379 373 481 469 351 574 624 583 624 591 389 625 612 262 262 569 262 900 612 609 624 624 397 549 353 612 587 839 569 588 566 455 359 455 673',
  650: '244 330 537 646 653 1010 667 333 375 375 549 676 326 467 326 384 667 427 626 641 671 617 645 579 646 645 326 336 676 676 676 551 1008 737 661 738 722 606 587 750 746 279 582 711 565 927 761 770 646 775 655 653 664 734 737 1029 729 722 658 375 384 375 484 473 358 577 627 585 627 594 394 629 618 267 267 575 267 906 617 611 627 627 402 555 360 618 593 845 575 595 569 462 365 462 676',
};
const WIDTHS: Readonly<Record<Weight, readonly number[]>> = {
  400: INTER[400].split(' ').map(Number),
  500: INTER[500].split(' ').map(Number),
  600: INTER[600].split(' ').map(Number),
  650: INTER[650].split(' ').map(Number),
};
/** The same of Patrick Hand, which has one weight. @see https://fonts.google.com/specimen/Patrick+Hand (`@fontsource/patrick-hand` 5.3.0) */
const HAND =
  '230 247 303 457 507 643 530 164 334 364 404 480 202 404 214 423 448 363 468 448 375 423 399 495 433 367 232 232 396 572 400 368 550 488 507 548 475 442 375 480 468 235 370 523 372 595 532 556 481 655 454 459 468 550 562 616 601 442 507 303 420 296 370 571 220 392 412 388 390 398 359 445 420 224 235 415 266 680 452 403 428 463 385 385 344 400 400 463 448 423 428 339 176 328 529'
    .split(' ')
    .map(Number);
const MONO = 600;
/** Wider than nearly every Latin letter: a text outside the table is rather shortened too soon than cut. */
const OTHER = 700;
const WIDE = 1100;
const COMBINING = /\p{M}|\u200d|\ufe0f/u;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

function advance(grapheme: string, font: Font, weight: Weight): number {
  const code = grapheme.codePointAt(0) ?? 0;
  if (font === 'hand') return handAdvance(code);
  if (grapheme === '…') return font === 'mono' ? MONO : 1000;
  if (grapheme === '·') return font === 'mono' ? MONO : 319;
  if (code >= 32 && code < 127) return font === 'mono' ? MONO : (WIDTHS[weight][code - 32] ?? OTHER);
  if (COMBINING.test(grapheme) && grapheme.length === 1) return 0;
  return code >= 0x1100 ? WIDE : OTHER;
}

function handAdvance(code: number): number {
  if (code === 0x2026) return 571;
  if (code === 0xb7) return 200;
  if (code >= 32 && code < 127) return HAND[code - 32] ?? OTHER;
  return code >= 0x1100 ? WIDE : OTHER;
}

/** Code points of which each is a letter of its own, whatever stands beside it. */
const PLAIN = /^[ -~…·]*$/;

/** The letters of a text as a reader sees them. Nearly every name is plain, and a plain one is taken apart much faster. */
function lettersOf(text: string): readonly string[] {
  return PLAIN.test(text) ? text.split('') : [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** The width of a text in px at this size. Mono text is set 2 % tighter, as the printers do. Never throws. */
export function textWidth(text: string, font: Font, size: number, weight: Weight): number {
  let width = 0;
  let letters = 0;
  for (const letter of lettersOf(text)) {
    width += advance(letter, font, weight);
    letters += 1;
  }
  return (width * size) / 1000 - (font === 'mono' ? letters * size * 0.02 : 0);
}

/** The text, or the text with its middle left out so that it fits: `checkout-…-deploy`. Cuts between graphemes only. Never throws. */
export function shorten(text: string, room: number, font: Font, size: number, weight: Weight): string {
  if (textWidth(text, font, size, weight) <= room) return text;
  const letters = lettersOf(text);
  for (let kept = letters.length - 1; kept > 1; kept -= 1) {
    const head = Math.ceil(kept / 2);
    const short = `${letters.slice(0, head).join('').trimEnd()}…${letters
      .slice(letters.length - (kept - head))
      .join('')
      .trimStart()}`;
    if (textWidth(short, font, size, weight) <= room) return short;
  }
  return '…';
}

// Widths and shortening.
import { describe, expect, it } from 'vitest';
import { shorten, textWidth } from './text-metrics';

describe('textWidth', () => {
  it('is what a browser measures with Inter', () => {
    expect(textWidth('Fetch', 'sans', 12, 600)).toBeCloseTo(32.724, 3);
  });
  it('is the same for every letter of the mono font', () => {
    expect(textWidth('iiii', 'mono', 10, 500)).toBe(textWidth('WWWW', 'mono', 10, 500));
  });
  it('counts an emoji of several code points once', () => {
    expect(textWidth('👩‍🚀', 'sans', 10, 400)).toBe(textWidth('🚀', 'sans', 10, 400));
  });
});

describe('shorten', () => {
  it('leaves a text that fits', () => {
    expect(shorten('deploy', 100, 'sans', 12, 600)).toBe('deploy');
  });
  it('leaves out the middle, so that both ends can be recognised', () => {
    const short = shorten('checkout-service-deploy', 90, 'sans', 12, 600);
    expect(short).toMatch(/^check.*….*ploy$/);
    expect(textWidth(short, 'sans', 12, 600)).toBeLessThanOrEqual(90);
  });
  it('never cuts an emoji in two', () => {
    expect(shorten('👩‍🚀👩‍🚀👩‍🚀👩‍🚀', 36, 'sans', 10, 400)).toBe('👩‍🚀…👩‍🚀');
  });
  it('leaves a sign where nothing fits', () => {
    expect(shorten('deploy', 1, 'sans', 12, 600)).toBe('…');
  });
});

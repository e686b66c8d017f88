// How a review looks on a screen and on paper. Marks have shapes and words, so that a black-and-white printer loses nothing.
import { THEMES } from '@/lib/scene/theme';
import { MONO, SANS } from '@/lib/scene/vector';

const COLOURS = THEMES.light;
const tones = (['works', 'depends', 'unknown', 'broken'] as const)
  .map((tone) => `.tone.${tone}{color:${COLOURS[`${tone}-t`]}}`)
  .join('');

/** The style sheet; nothing in it leads out of the file, and no sign in it needs escaping. */
export const STYLE = `
@page{size:A4;margin:16mm 14mm 18mm;@bottom-right{content:"Page " counter(page) " of " counter(pages)}}
@page{@bottom-left{font:7.5pt ${SANS};color:${COLOURS['text-2']}}@bottom-right{font:7.5pt ${SANS};color:${COLOURS['text-2']}}}
*{box-sizing:border-box}
html{background:${COLOURS.bg};-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{font:400 13px/1.5 ${SANS};color:${COLOURS.text};max-width:1080px;margin:0 auto;padding:32px 24px;background:${COLOURS.surface}}
header{border-bottom:2px solid ${COLOURS.ink};padding-bottom:12px}
h1{font-size:26px;line-height:1.2;font-weight:650;margin:0 0 6px}
h2{font-size:19px;font-weight:650;margin:36px 0 10px;padding-top:10px;border-top:1px solid ${COLOURS['line-2']}}
h3{font-size:14.5px;font-weight:650;margin:24px 0 6px}
p{margin:6px 0;max-width:86ch}
header p,caption,figcaption,dt{color:${COLOURS['text-2']}}
code,pre{font-family:${MONO};font-size:.92em;letter-spacing:-.02em;font-variant-ligatures:none}
code{overflow-wrap:anywhere}
nav ol{columns:2;padding-left:22px;margin:16px 0}
nav a{color:inherit}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:3px 18px;margin:10px 0}
dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;table-layout:fixed;margin:14px 0;font-size:12px}
caption{text-align:left;font-size:12px;padding-bottom:5px}
th{text-align:left;font-weight:600;border-bottom:1.5px solid ${COLOURS['line-3']};padding:4px 10px 4px 0;vertical-align:bottom}
td{border-bottom:1px solid ${COLOURS.line};padding:4px 10px 4px 0;vertical-align:top;overflow-wrap:anywhere}
.end{text-align:right;font-variant-numeric:tabular-nums}
figure{margin:14px 0}
figure svg{max-width:100%;height:auto;border:1px solid ${COLOURS.line}}
.mark{display:inline-block;vertical-align:-2px;margin-right:5px;border:0}
${tones}
.tone.broad{border-left:4px double ${COLOURS['broad-rail']};padding-left:7px}
p.tone{color:${COLOURS.text}}
.policy pre{margin:4px 0 0;padding:8px 10px;border:1px solid ${COLOURS['line-2']};border-left-width:4px;white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.45}
.policy b{font-weight:700}
.policy .failed{text-decoration:underline}
.signature{border:1.5px solid ${COLOURS.ink};padding:12px 16px;margin:14px 0}
.signature .field{border-bottom:1px solid ${COLOURS['line-3']};height:42px;padding-top:20px;color:${COLOURS['text-2']}}
@media print{
html,body{background:none}
body{max-width:none;padding:0;font-size:9.5pt}
nav{display:none}
.page{break-before:page}
h2,h3,caption,figcaption{break-after:avoid}
tr,.signature,figure:not(.policy){break-inside:avoid}
thead{display:table-header-group}
table{font-size:8.5pt}
figure svg{max-height:235mm}
}
@media(max-width:700px){body{padding:16px 12px}nav ol{columns:1}table{font-size:11px}dl{grid-template-columns:1fr}}
`;

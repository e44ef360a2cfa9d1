// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/report/html_template.hpp"

namespace nines::gui {

const char* const html_template = R"HTML({{%AUTOESCAPE context="HTML"}}<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<title>{{TITLE}}</title>
<style>
:root {
  --ground: #ffffff; --text: #1b1f23; --quiet: #57606a; --line: #d5dade; --soft: #f3f5f7; --accent: #0a5fa3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #1b1f23; --text: #e6eaee; --quiet: #a3adb7; --line: #3a424a; --soft: #23282d; --accent: #79bdf5;
  }
}
* { box-sizing: border-box; }
html { font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "DejaVu Sans", sans-serif; }
body { margin: 0; background: var(--ground); color: var(--text); }
main { max-width: 62rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 0.4rem; }
h2 { font-size: 1.35rem; margin: 3rem 0 0.8rem; padding-top: 0.6rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.8rem 0 0.6rem; }
p { margin: 0 0 0.9rem; max-width: 48rem; }
h1, h2, h3, p, li, td, th, caption { unicode-bidi: plaintext; overflow-wrap: anywhere; }
td, th { unicode-bidi: isolate; }
.subtitle, .note, footer { color: var(--quiet); font-size: 0.9rem; }
.answer {
  font-size: 1.2rem; line-height: 1.45; max-width: none; margin: 1.2rem 0; padding: 1rem 1.25rem;
  background: var(--soft); border-left: 4px solid var(--accent); border-radius: 0 6px 6px 0;
}
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0.3rem 1.2rem; padding: 0; margin: 1.2rem 0 0; }
a { color: var(--accent); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
.scroll { overflow-x: auto; margin: 0 0 1.4rem; }
table { border-collapse: collapse; font-size: 0.875rem; line-height: 1.4; font-variant-numeric: tabular-nums; min-width: 50%; }
caption { text-align: left; font-weight: 600; padding: 0.3rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.9rem 0.35rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
th { color: var(--quiet); font-weight: 600; }
.n { text-align: right; }
figure { margin: 1.4rem 0 1.8rem; }
img { display: block; max-width: 100%; height: auto; border: 1px solid var(--line); border-radius: 6px; }
details { margin-top: 0.5rem; font-size: 0.9rem; }
summary { cursor: pointer; color: var(--accent); }
pre { background: var(--soft); padding: 0.8rem 1rem; border-radius: 6px; white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.85rem; }
ul { padding-left: 1.3rem; }
li { margin: 0.2rem 0; max-width: 52rem; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 0.8rem; }
@page { size: A4; margin: 18mm 16mm; }
@media print {
  html { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  nav, details { display: none; }
  figure, tr, .answer, pre { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
}
</style>
</head>
<body>
<main>
<header>
<h1>{{TITLE}}</h1>
<p class="subtitle">{{SUBTITLE}}</p>
</header>
{{#SECTION}}<section id="{{ID}}">
{{#SECTION_TITLE}}<h2>{{TEXT}}</h2>
{{/SECTION_TITLE}}{{#BLOCK}}{{#PARAGRAPH}}<p>{{TEXT}}</p>
{{/PARAGRAPH}}{{#ANSWER}}<p class="answer">{{TEXT}}</p>
{{/ANSWER}}{{#NOTE}}<p class="note">{{TEXT}}</p>
{{/NOTE}}{{#HEADING}}<h3>{{TEXT}}</h3>
{{/HEADING}}{{#LIST}}<ul>
{{#ITEM}}<li>{{TEXT}}</li>
{{/ITEM}}</ul>
{{/LIST}}{{#TABLE}}<div class="scroll"><table>
{{#CAPTION}}<caption>{{TEXT}}</caption>
{{/CAPTION}}{{#HAS_HEAD}}<thead><tr>{{#COLUMN}}<th scope="col"{{#RIGHT}} class="n"{{/RIGHT}}>{{TEXT}}</th>{{/COLUMN}}</tr></thead>
{{/HAS_HEAD}}<tbody>
{{#ROW}}<tr>{{#CELL}}<td{{#RIGHT}} class="n"{{/RIGHT}}>{{TEXT}}</td>{{/CELL}}</tr>
{{/ROW}}</tbody>
</table></div>
{{/TABLE}}{{#PICTURE}}<figure>
<picture><source media="(prefers-color-scheme: dark)" srcset="data:image/svg+xml;base64,{{DARK:none}}"/><img src="data:image/svg+xml;base64,{{LIGHT:none}}" width="{{WIDTH}}" height="{{HEIGHT}}" alt="{{ALT}}"/></picture>
{{#NUMBERS}}<details><summary>The numbers of this chart</summary>
<div class="scroll"><table>
<caption>{{TEXT}}</caption>
<thead><tr>{{#COLUMN}}<th scope="col">{{TEXT}}</th>{{/COLUMN}}</tr></thead>
<tbody>
{{#ROW}}<tr>{{#CELL}}<td>{{TEXT}}</td>{{/CELL}}</tr>
{{/ROW}}</tbody>
</table></div>
</details>
{{/NUMBERS}}</figure>
{{/PICTURE}}{{#CODE}}<pre><code>{{TEXT}}</code></pre>
{{/CODE}}{{/BLOCK}}{{#CONTENTS}}<nav aria-label="Contents"><ul>
{{#ENTRY}}<li><a href="#{{ID}}">{{TEXT}}</a></li>
{{/ENTRY}}</ul></nav>
{{/CONTENTS}}</section>
{{/SECTION}}<footer>{{FOOTER}}</footer>
</main>
</body>
</html>
)HTML";

}  // namespace nines::gui

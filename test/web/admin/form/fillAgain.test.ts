import { expect, test } from 'vitest';
import { fillAgain } from '../../../../web/admin/form/fillAgain.ts';

const field = (html: string) => `<form method="post" action="/admin/x"><input type="hidden" name="csrf" value="new">
${html}</form>`;
const fill = (html: string, ...fields: [string, string][]) => fillAgain(field(html), '/admin/x', fields);

test.each([
  [
    'a line',
    '<input id="a" name="a" value="old" required>',
    '<input id="a" name="a" required value="å &quot;&lt;b&gt;&amp;&#39;">',
  ],
  ['a line without a value', '<input name="a">', '<input name="a" value="å &quot;&lt;b&gt;&amp;&#39;">'],
  [
    'a text',
    '<textarea name="a" rows="2">old</textarea>',
    '<textarea name="a" rows="2">\nå &quot;&lt;b&gt;&amp;&#39;</textarea>',
  ],
  [
    'what it is about',
    '<input type="hidden" name="a" value="3">',
    '<input type="hidden" name="a" value="å &quot;&lt;b&gt;&amp;&#39;">',
  ],
])('%s has again what was typed, as text', (_, before, after) => {
  expect(fill(before, ['a', `å "<b>&'`])).toEqual({ html: field(after), isThere: true, left: [] });
});

test('what was chosen is chosen, and nothing else', () => {
  const boxes = ['1', '2', '3'].map(
    (value) => `<input type="checkbox" name="b" value="${value}"${value === '1' ? ' checked' : ''}>`,
  );
  const { html, left } = fill(
    `${boxes.join('')}<select name="s"><option value="x" selected>X</option><option>Y &amp; Z</option></select>`,
    ['b', '2'],
    ['b', '3'],
    ['s', 'Y & Z'],
  );
  expect(left).toEqual([]);
  expect([...html.matchAll(/value="(\d)" checked/g)].map(([, value]) => value)).toEqual(['2', '3']);
  expect(html).toContain('<option value="x">X</option><option selected>Y &amp; Z</option>');
});

test('token, password and file stay, and what has no place any more is told', () => {
  const controls = '<input type="password" name="p"><input type="file" name="f"><input name="a"><input name="a">';
  const { html, left } = fill(controls, ['p', 'secret'], ['a', '1'], ['a', '2'], ['a', '3'], ['gone', 'text']);
  expect(html).toContain(
    '<input type="password" name="p"><input type="file" name="f"><input name="a" value="1"><input name="a" value="2">',
  );
  expect(html).toContain('name="csrf" value="new"');
  expect(left).toEqual([
    ['p', 'secret'],
    ['a', '3'],
    ['gone', 'text'],
  ]);
});

test('of forms to one address it is that of the same thing; one that goes elsewhere stays', () => {
  const row = (id: string) => field(`<input type="hidden" name="of" value="${id}"><input name="a" value="">`);
  const other = '<form method="post" action="/admin/y"><input name="a" value=""></form>';
  const { html } = fillAgain(other + row('1') + row('2'), '/admin/x', [
    ['of', '2'],
    ['a', 'typed'],
  ]);
  expect(html).toBe(other + row('1') + row('2').replace('name="a" value=""', 'name="a" value="typed"'));
  expect(fillAgain(other, '/admin/x', [['a', 'typed']])).toEqual({
    html: other,
    isThere: false,
    left: [['a', 'typed']],
  });
});

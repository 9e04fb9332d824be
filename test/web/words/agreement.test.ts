import { describe, expect, it } from 'vitest';
import { languages } from '../../../documents/words.ts';
import { agreementFields, type SettingField } from '../../../partners/settings/fields.ts';
import { settingCatalogues, settingWord } from '../../../web/words/agreement/words.ts';

function everyField(fields: readonly SettingField[] = agreementFields): SettingField[] {
  return fields.flatMap((field) => {
    if (field.kind === 'group' || field.kind === 'rows') return [field, ...everyField(field.fields)];
    if (field.kind === 'table') return [field, ...everyField([field.entry])];
    return [field];
  });
}

const used = everyField().flatMap((field) =>
  field.kind === 'choice' || field.kind === 'choices' ? field.options.map((value) => `${field.path}=${value}`) : [],
);
/** Values that are names: versions, charsets, purchasing systems. */
const isName = (choice: string) => /=\d|charset=|platform=/.test(choice);

describe.each(languages)('the words of settings in %s', (language) => {
  const { settings, options } = settingCatalogues[language];

  it('are there for every setting of the schema, and for no other', () => {
    const wordless = everyField().filter(({ path }) => settingWord(path, language).label === path);
    expect(wordless.map(({ path }) => path)).toEqual([]);
    const paths = ['punchOut.mapping', ...everyField().map(({ path }) => path)];
    const unused = Object.keys(settings).filter(
      (key) => !paths.some((path) => path === key || path.endsWith(`.${key}`)),
    );
    expect(unused).toEqual([]);
  });

  it('are there for what is typed into a table', () => {
    const tables = everyField().filter(({ kind }) => kind === 'table');
    for (const { path } of tables) expect(settingWord(path, language), path).toMatchObject({ key: /./, entry: /./ });
  });

  it('are there for every value of a choice, and for no other', () => {
    const hasWords = (choice: string) => Object.keys(options).some((key) => choice.endsWith(key));
    const wordless = used.filter((choice) => !hasWords(choice));
    expect(wordless.filter((choice) => !isName(choice))).toEqual([]);
    const unused = Object.keys(options).filter((key) => !used.some((each) => each.endsWith(key)));
    expect(unused).toEqual([]);
  });
});

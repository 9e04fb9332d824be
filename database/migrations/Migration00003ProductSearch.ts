import { Migration } from '@mikro-orm/migrations';

/** Words, numbers and categories that a buyer finds products by. */
export class Migration00003ProductSearch extends Migration {
  override up(): void {
    this.addSql(`create extension if not exists unaccent`);
    this.addSql(`create extension if not exists pg_trgm`);
    // Bound to unaccent when they are created, so that no search_path of a session changes what an index holds.
    this.addSql(`
      create function plain_text(value text) returns text language sql immutable strict parallel safe
      return btrim(regexp_replace(lower(unaccent('unaccent', value)), '[^a-z0-9]+', ' ', 'g'))`);
    this.addSql(
      `comment on function plain_text is 'Lower-case ASCII words: what texts and questions are compared in.'`,
    );
    this.addSql(`
      create function number_key(value text) returns text language sql immutable strict parallel safe
      return replace(plain_text(value), ' ', '')`);
    this.addSql(`comment on function number_key is 'An article number without its spelling: KP-01 is kp01.'`);
    this.addSql(`
      create function word_query(plain text) returns tsquery language sql immutable strict parallel safe
      return plainto_tsquery('swedish', plain) || plainto_tsquery('english', plain)`);
    this.addSql(`comment on function word_query is 'A word in any inflection, in Swedish or English.'`);
    this.addSql(`
      create function local_words(value jsonb) returns tsvector language sql immutable parallel safe
      return to_tsvector('swedish', plain_text(coalesce(value ->> 'sv', '')))
        || to_tsvector('english', plain_text(coalesce(value ->> 'en', '')))`);
    this.addSql(`comment on function local_words is 'A text in the languages of the shop, each in its stems.'`);
    this.addSql(`
      create function word_ends(words tsvector) returns tsvector language sql immutable parallel safe
      return (select array_to_tsvector(coalesce(array_agg('<' || reverse(lexeme)), '{}')) from unnest(words)
        where lexeme ~ '^[a-z]{5,}$')`);
    this.addSql(
      `comment on function word_ends is 'Words from behind, so that an index finds a compound by its last part.'`,
    );
    this.addSql(`
      create function product_marks(article_number text, category text) returns tsvector language sql immutable parallel safe
      return array_to_tsvector(
        array_remove(array['=' || category, case when hashtext(article_number) & 127 = 0 then '#' end], null))`);
    this.addSql(
      `comment on function product_marks is 'The category, and # for one in 128 products: the sample of a search.'`,
    );
    this.addSql(`
      create function product_name_words(status text, article_number text, name jsonb, keywords text[], category text)
      returns tsvector language sql immutable parallel safe
      return case when status = 'active' then (
        select strip(words) || word_ends(words) || product_marks(article_number, category)
        from (select local_words(name) || to_tsvector('swedish', plain_text(array_to_string(keywords, ' '))) as words) named) end`);
    this.addSql(`
      create function product_words(status text, article_number text, name jsonb, description jsonb, keywords text[],
        labels text[], category text, manufacturer text) returns tsvector language sql immutable parallel safe
      return case when status = 'active' then
        strip(local_words(name) || local_words(description) || to_tsvector('swedish', plain_text(
          concat_ws(' ', category, manufacturer, array_to_string(keywords, ' '), array_to_string(labels, ' ')))))
          || product_marks(article_number, category) end`);
    this.addSql(`
      alter table "product"
        add column "name_words" tsvector generated always as
          (product_name_words(status, article_number, name, keywords, category)) stored,
        add column "words" tsvector generated always as
          (product_words(status, article_number, name, description, keywords, labels, category, manufacturer)) stored`);
    // A search reads the pending list from end to end: it must stay short.
    this.addSql(
      `create index "product_name_words_index" on "product" using gin ("name_words") with (gin_pending_list_limit = 256)`,
    );
    this.addSql(
      `create index "product_words_index" on "product" using gin ("words") with (gin_pending_list_limit = 256)`,
    );
    this.addSql(
      `create index "product_status_category_article_number_index" on "product" ("status", "category", "article_number")`,
    );
    this.addSql(`create index "product_article_key" on "product" ((number_key(article_number)) collate "C")`);
    this.addSql(`create index "product_manufacturer_key" on "product" ((number_key(manufacturer_number)) collate "C")`);
    this.addSql(`create index "product_identifier_key" on "product_identifier" ((number_key(value)) collate "C")`);
    this.addSql(`create index "buyers_number_key" on "buyers_number" ("customer_id", (number_key(value)) collate "C")`);
    this.addSql(`create table "product_word" ("word" text not null, "written" text not null, primary key ("word"))`);
    this.addSql(`create index "product_word_trigrams" on "product_word" using gin ("word" gin_trgm_ops)`);
    this.addSql(`
      insert into product_word (word, written)
      select distinct on (word) word, written
      from (
        select written, plain_text(written) as word from (
          select distinct regexp_split_to_table(lower(concat_ws(' ', name ->> 'sv', name ->> 'en', category, manufacturer,
            array_to_string(keywords, ' '))), '[^[:alnum:]]+') as written from product
        ) piece
      ) spelled
      where word ~ '^[a-z]{3,40}$' and numnode(word_query(word)) > 0
      order by word, written`);
  }
}

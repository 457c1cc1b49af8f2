import ar from "./messages/ar.json";
import en from "./messages/en.json";
import es from "./messages/es.json";
import fr from "./messages/fr.json";
import ru from "./messages/ru.json";
import zh from "./messages/zh.json";

// A plural form is picked by the language's own rule; `other` is there in every language.
type Message = string | Partial<Record<Intl.LDMLPluralRule, string>>;
export type MessageKey = keyof typeof en;
type Plurals = { [K in MessageKey]: (typeof en)[K] extends string ? never : K }[MessageKey];
export type CountedKey = Plurals;
export type PlainKey = Exclude<MessageKey, Plurals>;

// A further language is one more file, imported and named here. The type makes sure that it has every key.
export const tables: Record<string, Record<MessageKey, Message>> = { en, fr, ar, zh, es, ru };

export interface Words {
  language: string;
  say(key: PlainKey, values?: Record<string, string>): string;
  count(key: CountedKey, count: number): string;
}

/** The words of `<html lang>`: "fr-CH" is served in French, an unknown language in English. */
export function wordsFor(lang: string): Words {
  const wanted = lang.split("-")[0]?.toLowerCase() ?? "";
  const language = Object.hasOwn(tables, wanted) ? wanted : "en";
  const table = tables[language] ?? en;
  const rules = new Intl.PluralRules(language);
  return {
    language,
    say: (key, values = {}) => fill(formOf(table[key], "other"), values),
    count: (key, count) =>
      fill(formOf(table[key], rules.select(count)), { count: new Intl.NumberFormat(language, { numberingSystem: "latn" }).format(count) }),
  };
}

function formOf(message: Message, rule: Intl.LDMLPluralRule): string {
  return typeof message === "string" ? message : (message[rule] ?? message.other ?? "");
}

function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

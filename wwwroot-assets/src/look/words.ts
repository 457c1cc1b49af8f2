// The words of the options panel. They are not among those of the pages: a phone never shows it, and would load them.
import ar from "./ar.json";
import en from "./en.json";
import es from "./es.json";
import fr from "./fr.json";
import ru from "./ru.json";
import zh from "./zh.json";

export type LookKey = keyof typeof en;

export const tables: Record<string, Record<LookKey, string>> = { en, fr, ar, zh, es, ru };

export const languages = [
  ["ar", "العربية"],
  ["zh", "中文"],
  ["en", "English"],
  ["fr", "Français"],
  ["ru", "Русский"],
  ["es", "Español"],
] as const;

export function lookWords(lang: string): Record<LookKey, string> {
  return tables[lang] ?? en;
}

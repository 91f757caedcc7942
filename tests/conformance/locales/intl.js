// Writes numbers and dates as Node's Intl (ICU) has them: a JSON request on standard input, a JSON list on standard output.
const { locale, questions } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const made = new Map();

function cached(key, make) {
  if (!made.has(key)) made.set(key, make());
  return made.get(key);
}

function figures(value, decimals, more) {
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, ...more };
  return cached(JSON.stringify(options), () => new Intl.NumberFormat(locale, options)).format(value);
}

function day(iso, calendar, options) {
  const tag = `${locale}-u-ca-${calendar}`;
  const format = cached(tag + JSON.stringify(options), () =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" }));
  return format.format(new Date(`${iso}T00:00:00Z`));
}

const answers = {
  number: (value, decimals) => figures(value, decimals, {}),
  percent: (value, decimals) => figures(value, decimals, { style: "percent" }),
  currency: (value, decimals, code) =>
    figures(value, decimals, { style: "currency", currency: code, currencyDisplay: "code" }),
  "long-date": (iso) => day(iso, "gregory", { dateStyle: "long" }),
  "short-date": (iso) => day(iso, "gregory", { day: "numeric", month: "short", year: "numeric" }),
  "long-month": (iso) => day(iso, "gregory", { month: "long", year: "numeric" }),
  "own-date": (iso) => day(iso, "persian", { dateStyle: "long" }),
};

process.stdout.write(JSON.stringify(questions.map(([kind, ...rest]) => answers[kind](...rest))));

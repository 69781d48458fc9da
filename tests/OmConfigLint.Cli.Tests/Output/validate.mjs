// Holds one report to a schema, and to a program that reads such reports:   node validate.mjs FORMAT REPORT
// Says what is wrong on standard output, and nothing where all is right. validate.sh says where the programs are.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [format, report] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const modules = process.env.NODE_PATH;
const require = createRequire(join(modules, "none.js"));
const text = readFileSync(report, "utf8");
const wrong = [];
const expect = (holds, message) => holds || wrong.push(message);

const json = (schema) => {
  const Ajv = require("ajv");
  const check = new Ajv({ strict: true, strictRequired: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync(schema)));
  expect(check(JSON.parse(text)), JSON.stringify(check.errors));
};

const xml = async (schema) => {
  const result = await require("xmllint-wasm").validateXML({
    xml: [{ fileName: "report.xml", contents: text }],
    schema: [readFileSync(join(here, schema), "utf8")],
  });
  expect(result.valid, result.rawOutput);
};

const formats = {
  json: () => json(join(here, "../../../src/OmConfigLint.Cli/Output/report.schema.json")),

  gitlab: () => {
    json(join(here, "gitlab.schema.json"));
    const fingerprints = JSON.parse(text).map((issue) => issue.fingerprint);
    expect(new Set(fingerprints).size === fingerprints.length, "two issues have one fingerprint: GitLab drops the second");
  },

  checkstyle: () => xml("checkstyle.xsd"),

  junit: async () => {
    await xml("junit.xsd");
    const { parse } = await import(pathToFileURL(join(modules, "junit2json/dist/esm/index.js")));
    for (const suite of (await parse(text)).testsuite) {
      const count = (outcome) => suite.testcase.filter((testcase) => testcase[outcome]).length;
      for (const [number, counted] of [["tests", suite.testcase.length], ["failures", count("failure")], ["errors", count("error")], ["skipped", count("skipped")]])
        expect(suite[number] === counted, `${suite.name} says ${suite[number]} ${number} and holds ${counted}`);
    }
  },

  // Read as CommonMark with HTML, as forges do: nothing that came out of a file may have become markup.
  markdown: () => {
    const tokens = new (require("markdown-it"))({ html: true }).parse(text, {});
    const all = tokens.flatMap((token) => [token, ...(token.children ?? [])]);
    for (const token of all) {
      if (token.type === "html_block") expect(token.content.trim() === "<!-- omlint -->", `HTML: ${token.content}`);
      if (token.type === "html_inline") expect(token.content === "<br>", `HTML: ${token.content}`);
      if (token.type === "link_open") expect(token.attrGet("href").startsWith("https://"), `link: ${token.attrGet("href")}`);
      if (token.type === "image") expect(false, "an image");
    }
    const items = all.filter((token) => token.type === "list_item_open").length;
    const counts = [...text.matchAll(/^\*\*(\d+) (?:failure|error|warning|note)s?\*\*$/gm)].reduce((sum, match) => sum + Number(match[1]), 0);
    const omitted = [...(text.match(/^\*(.*) left out: .*\*$/m)?.[1] ?? "").matchAll(/\d+/g)].reduce((sum, match) => sum + Number(match[0]), 0);
    expect(items + omitted === counts, `${items} items and ${omitted} left out, of ${counts}`);
    expect(text.length <= 65536, `${text.length} characters`);
  },
};

await formats[format]();
console.log(wrong.join("\n"));

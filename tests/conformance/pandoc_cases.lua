-- Sets conformance cases with pandoc's citation processor, all of them in one process:
--
--     pandoc lua pandoc_cases.lua works.bib < cases.json > documents.json
--
-- A case is {markdown, csl, lang}; what comes back for it is a document as pandoc writes JSON, in the same place.

local works = arg[1]
local documents = {}

local everything = pandoc.Inlines({ pandoc.Cite({}, { pandoc.Citation("*", "NormalCitation") }) })
local references = pandoc.utils.references(pandoc.Pandoc({}, { bibliography = works, nocite = everything }))

for number, case in ipairs(pandoc.json.decode(io.read("a"), false)) do
  local document = pandoc.read(case.markdown, "markdown")
  document.meta = { references = references, csl = case.csl, lang = case.lang }
  document = pandoc.utils.citeproc(document)
  document.meta = {}
  documents[number] = pandoc.write(document, "json")
end

io.write("[", table.concat(documents, ","), "]")

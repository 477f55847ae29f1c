#!/bin/sh
# What: a page with a record in `<script type="application/json">`, a comment, a `data-` attribute, a hidden paragraph and a `<meta>` of its own name, opened in LibreOffice Writer 7.4.7 (Debian's
# libreoffice-writer, headless), saved as ODT, from there as DOCX, and from there as HTML again.
# Expected: what is not on the page is not in the document: all five are gone, and nothing of them comes back.
# Observed: record, comment and attribute are gone. The hidden paragraph is a visible one, the words in a closed `<details>` too. The `<meta>` is kept as a property of the document through
# both formats and stands in the page at the end.
# Consequence: the words of a report can come back without its data after years as a Word file; a mark of where it came from could travel in a meta, and the footer's word does.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

command -v soffice >/dev/null || { echo "needs LibreOffice: apt-get install --no-install-recommends libreoffice-writer"; exit 1; }
soffice --version
cat >report.html <<'END'
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Report</title><meta name="example-mark" content="IN-A-META"></head>
<body data-mark="IN-AN-ATTRIBUTE"><!-- IN-A-COMMENT --><h1>Trust</h1>
<script type="application/json" id="data">{"kept":"IN-A-SCRIPT"}</script>
<p hidden>IN-A-HIDDEN-PARAGRAPH</p><details><summary>More</summary><p>IN-CLOSED-DETAILS</p></details><p>The middle is 3.</p></body></html>
END
turn() { soffice -env:UserInstallation="file://$dir/profile" --headless "$@" --outdir "$dir" >office.log 2>&1 || { cat office.log; exit 1; }; }
turn --infilter='HTML (StarWriter)' --convert-to odt:writer8 report.html
turn --convert-to 'docx:MS Word 2007 XML' report.odt
rm report.html
turn --convert-to 'html:HTML (StarWriter)' report.docx
seen=$(grep -o 'IN-[A-Z-]*' report.html | sort -u | tr '\n' ' ')
echo "$seen"
grep 'IN-A-META' report.html
[ "$seen" = "IN-A-HIDDEN-PARAGRAPH IN-A-META IN-CLOSED-DETAILS " ]
grep -q '<meta name="example-mark" content="IN-A-META"' report.html
grep -q '<p[^>]*>IN-A-HIDDEN-PARAGRAPH</p>' report.html || { grep -A3 -B3 'IN-A-HIDDEN' report.html; exit 1; }
echo "as stated"

#!/bin/sh
# The whole way by script, as a unit's own system would go it: a workbook with two bad rows goes up, comes back annotated, is
# mended and goes up again; the projects are submitted, the bureau accepts and publishes them, and a portal follows the feed.
# Run it against the demonstration: upload-to-portal.sh [http://localhost:8080]. Needs curl and python3 (for JSON and zip).
# What it uploads stays in the library, under a name that bears the time of the run.
set -eu

site=${1:-http://localhost:8080}
api=$site/api/v1
xlsx=application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
run=$(date +%m%d%H%M%S)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

step() { printf '\n== %s\n' "$*"; }

# What the API refuses ends the script, with the API's own words.
ask() {
  curl -sS -o "$work/answer" -w '%{http_code}' -H 'Accept-Language: zh-CN' "$@" >"$work/status"
  case $(cat "$work/status") in
    2*) cat "$work/answer" ;;
    *) { echo "answered $(cat "$work/status"):"; cat "$work/answer"; echo; } >&2; exit 1 ;;
  esac
}

# A Python expression over the JSON that comes in, as j.
get() { python3 -c "import json,sys; j=json.load(sys.stdin); print($1)"; }

# rows.txt, tab-separated, as the first sheet of a workbook.
workbook() {
  python3 - "$work/rows.txt" "$1" <<'PYTHON'
import sys, zipfile
from xml.sax.saxutils import escape
lines = [line.rstrip("\n").split("\t") for line in open(sys.argv[1], encoding="utf-8")]
cell = lambda text: '<c t="inlineStr"><is><t>%s</t></is></c>' % escape(text)
sheet = "".join("<row>%s</row>" % "".join(map(cell, line)) for line in lines)
main, office = "http://schemas.openxmlformats.org/", "officeDocument/2006/relationships"
rel = '<Relationships xmlns="%spackage/2006/relationships"><Relationship Id="r1" Type="%s%s/%s" Target="%s"/></Relationships>'
with zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED) as book:
    book.writestr("[Content_Types].xml", '<Types xmlns="%spackage/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/sheet.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        "</Types>" % main)
    book.writestr("_rels/.rels", rel % (main, main, office, "officeDocument", "xl/workbook.xml"))
    book.writestr("xl/_rels/workbook.xml.rels", rel % (main, main, office, "worksheet", "sheet.xml"))
    book.writestr("xl/workbook.xml", '<workbook xmlns="%sspreadsheetml/2006/main" xmlns:r="%s%s">'
        '<sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>' % (main, main, office))
    book.writestr("xl/sheet.xml", '<worksheet xmlns="%sspreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>' % (main, sheet))
PYTHON
}

# What a clerk does in Excel: types another value into a cell. Here: into each cell that holds exactly the old one.
mend() {
  python3 - "$@" <<'PYTHON'
import html, re, sys, zipfile
source, target, *values = sys.argv[1:]
new = dict(zip(values[::2], values[1::2]))
with zipfile.ZipFile(source) as book, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as mended:
    for part in book.namelist():
        text = book.read(part).decode()
        mended.writestr(part, re.sub(">([^<>]+)<", lambda cell: ">%s<" % new.get(html.unescape(cell[1]), cell[1]), text))
PYTHON
}

as_unit() { ask -H "Authorization: Bearer $unit" "$@"; }
as_bureau() { ask -H "Authorization: Bearer $bureau" "$@"; }
# Of the project as it stands now: every step of it has a version of its own.
decide() {
  tag=$(as_bureau "$api/projects/$1" | get 'j["version"]')
  as_bureau -H "If-Match: \"$tag\"" -H 'Content-Type: application/json' -d "$3" "$api/projects/$1/$2"
}
upload() {
  as_unit -H "Content-Type: $xlsx" -H 'Prefer: wait=30' --data-binary "@$1" "$api/imports?kind=projects&fileName=$run.xlsx"
}
counts='"{total} rows: {created} created, {updated} updated, {unchanged} unchanged, {rejected} rejected".format(**j["rows"])'

# The feed's new items, one a line; the place to go on from stands in the file since.
poll() {
  more=True
  while [ "$more" = True ]; do
    ask -G "$api/public/projects/changes" -d limit=1000 --data-urlencode "since=$(cat "$work/since")" >"$work/page"
    get 'j["nextSince"]' <"$work/page" >"$work/since"
    more=$(get 'j["hasMore"]' <"$work/page")
    get '"\n".join("%s %s %s" % (i["op"], i["id"], i["project"]["name"] if "project" in i else i["reason"]) for i in j["items"])' <"$work/page"
  done
}

step 'The unit signs in as a client'
unit=$(ask -u demo-150622:demo-150622-secret -d grant_type=client_credentials "$api/oauth/token" | get 'j["access_token"]')

step 'It uploads a workbook of five rows, two of them bad'
{
  printf '序号\t客户编号\t项目名称\t建设地点（旗区）\t具体位置\t细分产业\t建设内容及规模\t总投资（万元）\t其中固定资产投资（万元）\t合作方式\t投资方\t项目单位（联系科室）\t办公电话\t是否推荐编入《投资指南》\t论证日期\t论证单位\t论证结论\t策划筛选原则例外\n'
  n=0
  for product in 光伏玻璃 风电塔筒 石墨负极 羊绒针织 煤基尼龙; do
    n=$((n + 1)) total=$((10000 + n * 1000)) place=准格尔旗
    [ $n = 2 ] && total=很多
    [ $n = 4 ] && place=北京
    printf '%s\t' $n "R$run-$n" "示例${run}：年产${n}万吨${product}项目" $place 大路产业园 '1.6 太阳能与风能' "新建${product}生产线" \
      $total 8000 合资 "示例${product}公司" 投资促进中心 "0477-4$run$n" 是 2026-03-18 发改委、工信局 可行
    printf '\n'
  done
} >"$work/rows.txt"
workbook "$work/rows.xlsx"
upload "$work/rows.xlsx" >"$work/import"
get "$counts" <"$work/import"

step 'It takes the annotated workbook, and reads why'
import=$(get 'j["id"]' <"$work/import")
as_unit "$api/imports/$import/results.csv" | grep 未导入
as_unit "$api/imports/$import/results.xlsx" >"$work/annotated.xlsx"

step 'It mends the two cells and uploads the annotated workbook itself'
mend "$work/annotated.xlsx" "$work/mended.xlsx" 很多 12000 北京 准格尔旗
upload "$work/mended.xlsx" | get "$counts"

step 'It submits them'
as_unit "$api/projects?q=$run&limit=10" | get '"\n".join("%s %s" % (p["id"], p["version"]) for p in j["items"])' >"$work/projects"
[ "$(wc -l <"$work/projects")" = 5 ] || { echo 'expected five projects' >&2; exit 1; }
while read -r id version; do
  as_unit -H "If-Match: \"$version\"" -H 'Content-Type: application/json' -d '{}' "$api/projects/$id/submit" |
    get '"{code} {state}".format(**j)'
done <"$work/projects"

step 'A portal has followed the feed until now'
: >"$work/since"
echo "$(poll | wc -l) items"

step 'The bureau signs in, says that what looks like an earlier run is new, accepts and publishes'
bureau=$(ask -H 'Content-Type: application/json' -d '{"username":"bureau","password":"Ordos-demo-2021"}' "$api/auth/login" | get 'j["accessToken"]')
while read -r id version; do
  as_bureau "$api/projects/$id/duplicates" | get '"\n".join(d["otherId"] for d in j["items"] if d["open"])' >"$work/suspects"
  while read -r other; do
    [ -z "$other" ] || decide "$id" "duplicates/$other/verdict" '{"verdict":"NEW","reason":"另一次示例"}' >"$work/done"
  done <"$work/suspects"
  decide "$id" accept '{}' >"$work/done"
  decide "$id" publish '{}' >"$work/done"
  get '"{code} {state}".format(**j)' <"$work/done"
done <"$work/projects"

step 'The portal asks what is new'
poll

step 'The bureau takes one off the list; the portal hears why'
read -r id version <"$work/projects"
decide "$id" unpublish '{"reason":"用地条件有变"}' | get '"{code} {state}".format(**j)'
poll

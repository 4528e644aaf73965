package org.zhaoshang.shared.sheet;

import org.zhaoshang.shared.language.Text;

/** The formats that rows come in. */
enum Format {
    CSV("text/csv", "CSV"),
    NDJSON("application/x-ndjson", "NDJSON"),
    JSON("application/json", "JSON"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel（.xlsx）");

    private final String mediaType;
    private final String spoken;

    Format(String mediaType, String spoken) {
        this.mediaType = mediaType;
        this.spoken = spoken;
    }

    static Format of(String mediaType) throws SheetRefused {
        for (Format format : values()) {
            if (format.mediaType.equals(mediaType)) {
                return format;
            }
        }
        throw new SheetRefused(
                "只接收 .xlsx、.csv、.ndjson、.json 格式，不是“" + CellRefused.quote(mediaType) + "”",
                "must be .xlsx, .csv, .ndjson or .json, not “" + CellRefused.quote(mediaType) + "”");
    }

    /** Refuses a content that is not what was declared, and says what to do about it. */
    void check(Content content) throws SheetRefused {
        Text problem = switch (content) {
            case EMPTY -> new Text("里面没有内容，请确认选对了文件", "is empty: check that it is the right one");
            case UTF16 -> throw StrictText.utf16();
            case COMPOUND ->
                this == XLSX
                        ? null
                        : new Text(
                                "内容是旧版 Excel 文件，请另存为 .xlsx 后再上传",
                                "is an old Excel file: save it as .xlsx and upload that");
            case ZIP -> this == XLSX ? null : mismatch("Excel 文件（.xlsx）", "an Excel file (.xlsx)", "");
            case ARRAY -> this == JSON ? null : mismatch("JSON 数组", "a JSON array", "（application/json）");
            case OBJECT ->
                this == NDJSON
                        ? null
                        : mismatch(
                                "JSON 对象",
                                "JSON objects",
                                this == JSON ? "：JSON 应为数组 [ … ]；每行一个对象的是 NDJSON" : "（application/x-ndjson）");
            case MARKUP ->
                new Text(
                        "内容是网页（HTML），只是改了扩展名，请在 Excel 中打开并另存为 .xlsx",
                        "is a web page with another extension: open it in Excel and save it as .xlsx");
            case TEXT -> this == CSV ? null : mismatch("文本，可能是 CSV", "text, perhaps CSV", "（text/csv）");
        };
        if (problem != null) {
            throw new SheetRefused(problem);
        }
    }

    private Text mismatch(String zh, String en, String remedy) {
        return new Text(
                "声明为 " + spoken + "，内容却是" + zh + "，请按实际格式上传" + remedy,
                "is declared as " + spoken + " and holds " + en + ": upload it as what it is");
    }
}

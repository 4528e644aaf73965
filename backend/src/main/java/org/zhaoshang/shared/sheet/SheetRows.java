package org.zhaoshang.shared.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;

/** The rows of one sheet of a workbook, read one by one. */
final class SheetRows implements RawRows {
    private static final int MOST_KEPT = 1000;

    private final Workbook workbook;
    private final XmlPart xml;
    private final StoredValues values;
    private final StringBuilder text = new StringBuilder();
    /** What was met before the header was known: only in a sheet of a few rows. */
    private final List<String> merged = new ArrayList<>();

    private boolean inRows;
    private boolean ended;
    private int number;
    private int lastFilled;
    private int header;
    private int width;

    SheetRows(Workbook workbook, XmlPart xml) {
        this.workbook = workbook;
        this.xml = xml;
        this.values = new StoredValues(workbook);
    }

    @Override
    public @Nullable RawRow next() throws IOException, SheetRefused {
        while (!ended && xml.next()) {
            if (xml.begins("sheetData")) {
                inRows = true;
            } else if (xml.ends("sheetData")) {
                inRows = false;
            } else if (inRows && xml.begins("row")) {
                return row();
            } else if (xml.begins("mergeCell")) {
                merged(String.valueOf(xml.attribute("ref")));
            }
        }
        ended = true;
        return null;
    }

    @Override
    public boolean writesEmptyCells() {
        return false;
    }

    @Override
    public void headerAt(RawRow header) throws SheetRefused {
        this.header = header.number();
        this.width = header.cells().size();
        for (String range : merged) {
            merged(range);
        }
    }

    private RawRow row() throws IOException, SheetRefused {
        String written = xml.attribute("r");
        int next = written == null ? number + 1 : Digits.parse(written, 0);
        if (next <= number || next > CellPlace.LAST_ROW) {
            throw disorder();
        }
        number = next;
        List<RawCell> cells = new ArrayList<>();
        int last = -1;
        while (xml.next() && !xml.ends("row")) {
            if (xml.begins("c")) {
                String place = xml.attribute("r");
                int column = place == null ? last + 1 : CellPlace.column(place);
                if (column <= last || column > CellPlace.LAST_COLUMN) {
                    throw disorder();
                }
                last = column;
                RawCell cell = cell();
                if (!cell.isEmpty()) {
                    put(cells, column, cell);
                }
            }
        }
        lastFilled = cells.isEmpty() ? lastFilled : number;
        return new RawRow(number, cells);
    }

    /** What stands far to the right is outside any table: it is kept in the first column beyond, for the row to be refused. */
    private static void put(List<RawCell> cells, int column, RawCell cell) {
        int at = Math.min(column, Header.MOST_COLUMNS);
        while (cells.size() < at) {
            cells.add(RawCell.EMPTY);
        }
        if (cells.size() == at) {
            cells.add(cell);
        }
    }

    private RawCell cell() throws IOException, SheetRefused {
        String type = xml.attribute("t");
        int format = Digits.parse(xml.attribute("s"), 0);
        boolean formula = false;
        boolean valued = false;
        text.setLength(0);
        while (xml.next() && !xml.ends("c")) {
            if (xml.begins("v")) {
                valued = true;
                xml.appendText(text);
            } else if (xml.begins("is")) {
                valued = true;
                SharedTexts.appendRuns(xml, "is", text);
            } else if (xml.begins("f")) {
                formula = true;
                xml.skip();
            }
        }
        if (formula && (!valued || text.isEmpty() && !"str".equals(type))) {
            return new RawCell.Unreadable(new Text(
                    "是没有计算结果的公式，请在 Excel 中打开、保存后再上传",
                    "is a formula without a result: open the file in Excel, save it and upload it again"));
        }
        return values.cell(type, format, text);
    }

    /** A merged cell has one value for many rows or columns: the others would read as cleared. */
    private void merged(String range) throws SheetRefused {
        int colon = range.indexOf(':');
        CellPlace from = CellPlace.parse(colon < 0 ? range : range.substring(0, colon));
        CellPlace to = CellPlace.parse(colon < 0 ? range : range.substring(colon + 1));
        if (from == null || to == null || merged.size() > MOST_KEPT) {
            throw disorder();
        }
        if (header == 0) {
            merged.add(range);
        } else if (to.row() > header && from.row() <= lastFilled && from.column() < width) {
            throw new SheetRefused(
                    "表格里 " + CellRefused.quote(range) + " 是合并单元格，请取消合并，并在每一格里填写内容",
                    "has merged cells at " + CellRefused.quote(range) + ": unmerge them and fill in each cell");
        }
    }

    private static SheetRefused disorder() {
        return new SheetRefused(
                "里的行列位置错乱，请在 Excel 中打开并重新保存", "has rows or cells out of place: open it in Excel and save it again");
    }

    @Override
    public void close() throws IOException {
        try (workbook) {
            xml.close();
        }
    }
}

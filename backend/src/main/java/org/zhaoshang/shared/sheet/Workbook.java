package org.zhaoshang.shared.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An .xlsx file with its sheets. */
final class Workbook implements Closeable {
    private static final int MOST_SHEETS = 500;

    private final WorkbookFile file;
    private final List<VisibleSheet> visible = new ArrayList<>();
    private boolean from1904;
    private SharedTexts texts = SharedTexts.NONE;
    private CellFormats formats = CellFormats.NONE;

    private Workbook(WorkbookFile file) {
        this.file = file;
    }

    private record VisibleSheet(String name, String part) {}

    /** A part that another one points to. */
    private record Relation(String type, String target) {}

    static Workbook open(Path path, Content content) throws IOException, SheetRefused {
        WorkbookFile file = WorkbookFile.open(path, content);
        try {
            Workbook workbook = new Workbook(file);
            workbook.read();
            return workbook;
        } catch (IOException | SheetRefused | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    /**
     * The table on one of the visible sheets: the one whose header names most fields.
     *
     * @throws SheetRefused when no sheet has a header row, when that header leaves a question open, or when a second sheet is
     *     filled in as well: its rows would be left out in silence
     */
    static Incoming incoming(Path path, Content content, Header header, CodeNames codes)
            throws IOException, SheetRefused {
        Workbook workbook = open(path, content);
        try {
            VisibleSheet table = null;
            int most = 0;
            for (VisibleSheet sheet : workbook.visible) {
                try (XmlPart part = workbook.file.get(sheet.part())) {
                    int fields = Beginning.of(new SheetRows(workbook, part), header)
                            .fields()
                            .size();
                    if (fields > most) {
                        table = sheet;
                        most = fields;
                    }
                }
            }
            if (table == null) {
                throw header.missing();
            }
            Beginning best = Beginning.of(new SheetRows(workbook, workbook.file.get(table.part())), header);
            workbook.refuseOthers(table, best, header);
            return TableIncoming.of(best, header, codes);
        } catch (IOException | SheetRefused | RuntimeException failure) {
            workbook.close();
            throw failure;
        }
    }

    private void refuseOthers(VisibleSheet table, Beginning best, Header header) throws IOException, SheetRefused {
        for (VisibleSheet sheet : visible) {
            if (sheet.equals(table)) {
                continue;
            }
            try (XmlPart part = file.get(sheet.part())) {
                if (Beginning.of(new SheetRows(this, part), header).isFilledLike(best)) {
                    String first = CellRefused.quote(table.name());
                    String second = CellRefused.quote(sheet.name());
                    throw new SheetRefused(
                            "里工作表“" + first + "”和“" + second + "”都填了同样的表格，一次只能上传一张：请删去或隐藏另一张，或合并到一张",
                            "has the same table filled in on sheets “" + first + "” and “" + second
                                    + "”: delete or hide one, or put all rows on one sheet");
                }
            }
        }
    }

    private void read() throws IOException, SheetRefused {
        String main = relations("").values().stream()
                .filter(relation -> relation.type().endsWith("/officeDocument"))
                .map(Relation::target)
                .findFirst()
                .orElse("xl/workbook.xml");
        if (!main.endsWith(".xml")) {
            throw new SheetRefused("不是 .xlsx 工作簿，请在 Excel 中另存为 .xlsx", "is no .xlsx workbook: save it as .xlsx");
        }
        Map<String, Relation> relations = relations(main);
        Set<String> names = new HashSet<>();
        try (XmlPart xml = file.get(main)) {
            while (xml.next()) {
                if (xml.begins("workbookPr")) {
                    String system = xml.attribute("date1904");
                    from1904 = "1".equals(system) || "true".equals(system);
                } else if (xml.begins("sheet")) {
                    sheet(xml, relations, names);
                }
            }
        }
        texts = SharedTexts.of(file, target(relations, "/sharedStrings"));
        formats = CellFormats.of(file, target(relations, "/styles"));
    }

    private void sheet(XmlPart xml, Map<String, Relation> relations, Set<String> names) throws SheetRefused {
        String name = String.valueOf(xml.attribute("name"));
        if (!names.add(name.toLowerCase(Locale.ROOT))) {
            throw new SheetRefused(
                    "有两个同名的工作表“" + CellRefused.quote(name) + "”，请在 Excel 中打开并重新保存",
                    "has two sheets named “" + CellRefused.quote(name) + "”: open it in Excel and save it again");
        }
        if (names.size() > MOST_SHEETS) {
            throw new SheetRefused("工作表过多", "has too many sheets");
        }
        String state = xml.attribute("state");
        Relation relation = relations.get(xml.foreignAttribute("id"));
        if ((state == null || state.equals("visible"))
                && relation != null
                && relation.type().endsWith("/worksheet")) {
            visible.add(new VisibleSheet(name, relation.target()));
        }
    }

    private static @Nullable String target(Map<String, Relation> relations, String type) {
        return relations.values().stream()
                .filter(relation -> relation.type().endsWith(type))
                .map(Relation::target)
                .findFirst()
                .orElse(null);
    }

    /** What a part points to inside the file, by id; what it points to outside is left alone. */
    private Map<String, Relation> relations(String part) throws IOException, SheetRefused {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        Map<String, Relation> relations = new HashMap<>();
        try (XmlPart xml = file.find(folder + "_rels/" + part.substring(slash) + ".rels")) {
            while (xml != null && xml.next()) {
                String id = xml.begins("Relationship") ? xml.attribute("Id") : null;
                String type = id == null ? null : xml.attribute("Type");
                String target = type == null ? null : xml.attribute("Target");
                if (id != null && type != null && target != null && !"External".equals(xml.attribute("TargetMode"))) {
                    relations.put(id, new Relation(type, resolve(folder, target)));
                }
            }
        }
        return relations;
    }

    private static String resolve(String folder, String target) {
        List<String> steps = new ArrayList<>();
        for (String step : (target.startsWith("/") ? target : folder + target).split("/")) {
            if (step.equals("..") && !steps.isEmpty()) {
                steps.removeLast();
            } else if (!step.isEmpty() && !step.equals(".") && !step.equals("..")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    SharedTexts texts() {
        return texts;
    }

    CellFormats formats() {
        return formats;
    }

    /** Whether days are counted from 1904, as old Macintosh versions do, and not from 1900. */
    boolean isFrom1904() {
        return from1904;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

package org.zhaoshang.shared.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An .xlsx file written part by part, so that each part can be what no program would write. */
final class SampleWorkbook {
    static final String SPREADSHEET = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String RELATIONS = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
    private static final String TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final List<String> sheets = new ArrayList<>();
    private String properties = "";

    SampleWorkbook() {
        part("[Content_Types].xml", "<Types/>");
        part(
                "_rels/.rels",
                "<Relationships " + RELATIONS + "><Relationship Id=\"r1\" Type=\"" + TYPE
                        + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    }

    /** A workbook of one sheet whose rows are these; in a row, cells are divided by {@code |}. */
    static SampleWorkbook of(String... rows) {
        return new SampleWorkbook().sheet("项目", rows);
    }

    /** A cell is its XML if it begins with {@code <}, a number if it looks like one, and text otherwise. */
    static String rows(String... rows) {
        StringBuilder xml = new StringBuilder();
        for (String row : rows) {
            xml.append("<row>");
            for (String cell : row.split("\\|", -1)) {
                if (cell.startsWith("<")) {
                    xml.append(cell);
                } else if (cell.matches("-?[0-9.]+(E[+-]?[0-9]+)?")) {
                    xml.append("<c><v>").append(cell).append("</v></c>");
                } else {
                    xml.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
                }
            }
            xml.append("</row>");
        }
        return xml.toString();
    }

    SampleWorkbook sheet(String name, String... rows) {
        return raw(name, "visible", "<sheetData>" + rows(rows) + "</sheetData>");
    }

    SampleWorkbook hidden(String name, String... rows) {
        return raw(name, "hidden", "<sheetData>" + rows(rows) + "</sheetData>");
    }

    static SampleWorkbook ofXml(String xml) {
        return new SampleWorkbook().raw("项目", "visible", xml);
    }

    SampleWorkbook raw(String name, String state, String xml) {
        int number = sheets.size() + 1;
        sheets.add("<sheet name=\"" + name + "\" sheetId=\"" + number + "\" state=\"" + state + "\" r:id=\"s" + number
                + "\"/>");
        return part("xl/worksheets/sheet" + number + ".xml", "<worksheet " + SPREADSHEET + ">" + xml + "</worksheet>");
    }

    SampleWorkbook texts(String... texts) {
        StringBuilder xml = new StringBuilder("<sst " + SPREADSHEET + ">");
        for (String text : texts) {
            xml.append("<si>").append(text).append("</si>");
        }
        return part("xl/sharedStrings.xml", xml.append("</sst>").toString());
    }

    /** Formats by number, from 1; 0 is a plain number. */
    SampleWorkbook formats(String... codes) {
        StringBuilder xml = new StringBuilder("<styleSheet " + SPREADSHEET + "><numFmts>");
        for (int at = 0; at < codes.length; at++) {
            xml.append("<numFmt numFmtId=\"" + (164 + at) + "\" formatCode=\"" + codes[at] + "\"/>");
        }
        xml.append("</numFmts><cellXfs><xf numFmtId=\"0\"/>");
        for (int at = 0; at < codes.length; at++) {
            xml.append("<xf numFmtId=\"" + (164 + at) + "\"/>");
        }
        return part(
                "xl/styles.xml",
                xml.append("<xf numFmtId=\"14\"/></cellXfs></styleSheet>").toString());
    }

    SampleWorkbook from1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    SampleWorkbook part(String name, String text) {
        return part(name, text.getBytes(StandardCharsets.UTF_8));
    }

    SampleWorkbook part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    Map<String, byte[]> parts() {
        return parts;
    }

    byte[] bytes() {
        StringBuilder relations = new StringBuilder("<Relationships " + RELATIONS + ">");
        for (int number = 1; number <= sheets.size(); number++) {
            relations.append(relation("s" + number, "worksheet", "worksheets/sheet" + number + ".xml"));
        }
        relations.append(relation("t", "sharedStrings", "/xl/sharedStrings.xml"));
        relations.append(relation("f", "styles", "styles.xml"));
        parts.putIfAbsent(
                "xl/_rels/workbook.xml.rels",
                relations.append("</Relationships>").toString().getBytes(StandardCharsets.UTF_8));
        parts.putIfAbsent(
                "xl/workbook.xml",
                ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<workbook " + SPREADSHEET
                                + " xmlns:r=\""
                                + TYPE.substring(0, TYPE.length() - 1) + "\">" + properties + "<sheets>"
                                + String.join("", sheets) + "</sheets></workbook>")
                        .getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + TYPE + type + "\" Target=\"" + target + "\"/>";
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    Upload upload() {
        return Upload.of(Upload.XLSX, bytes());
    }
}

package org.zhaoshang.shared.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** One of our own workbooks as a clerk has it open: looks at cells, their notes and colours, fills them in, saves. */
public final class EditedWorkbook {
    private static final String TABLE = "xl/worksheets/sheet1.xml";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final Document sheet;
    private final Map<String, Integer> headers = new LinkedHashMap<>();

    private EditedWorkbook(byte[] file) throws Exception {
        Path path = Files.write(Files.createTempFile("edited-", ".xlsx"), file);
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry part : Collections.list(zip.entries())) {
                parts.put(part.getName(), zip.getInputStream(part).readAllBytes());
            }
        } finally {
            Files.delete(path);
        }
        this.sheet = xml(TABLE);
        cells(0).forEach((at, cell) -> headers.put(cell.getTextContent(), at));
    }

    public static EditedWorkbook of(byte[] file) {
        try {
            return new EditedWorkbook(file);
        } catch (Exception unreadable) {
            throw new AssertionError("no workbook", unreadable);
        }
    }

    public List<String> headers() {
        return List.copyOf(headers.keySet());
    }

    /** How many rows stand below the header. */
    public int rows() {
        return elements(sheet.getDocumentElement(), "row").size() - 1;
    }

    /** What stands in a cell; empty for nothing. @param row from 1, the first below the header */
    public String cell(int row, String header) {
        Element cell = cells(row).get(column(header));
        return cell == null ? "" : cell.getTextContent();
    }

    /** The note at a cell, of the header in row 0; empty without one. */
    public String note(int row, String header) {
        try {
            return parts.containsKey("xl/comments1.xml")
                    ? elements(xml("xl/comments1.xml").getDocumentElement(), "comment").stream()
                            .filter(note -> note.getAttribute("ref").equals(place(row, column(header))))
                            .map(Element::getTextContent)
                            .collect(Collectors.joining())
                    : "";
        } catch (Exception unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** All notes below the headers, by place: "C3". */
    public Map<String, String> notes() {
        Map<String, String> notes = new TreeMap<>();
        for (int row = 1; row <= rows(); row++) {
            for (String header : headers.keySet()) {
                String note = note(row, header);
                if (!note.isEmpty()) {
                    notes.put(place(row, column(header)), note);
                }
            }
        }
        return notes;
    }

    /** Types into a cell, of a row that need not be there yet. */
    public EditedWorkbook fill(int row, String header, String text) {
        Map<Integer, Element> cells = cells(row);
        Element at = row(row);
        Element typed = sheet.createElement("c");
        typed.setAttribute("r", place(row, column(header)));
        if (text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            typed.appendChild(sheet.createElement("v")).setTextContent(text);
        } else {
            typed.setAttribute("t", "inlineStr");
            typed.appendChild(sheet.createElement("is"))
                    .appendChild(sheet.createElement("t"))
                    .setTextContent(text);
        }
        cells.values().forEach(at::removeChild);
        cells.put(column(header), typed);
        cells.values().forEach(at::appendChild);
        return this;
    }

    public byte[] save() {
        try {
            ByteArrayOutputStream table = new ByteArrayOutputStream();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(sheet), new StreamResult(table));
            Map<String, byte[]> saved = new HashMap<>(parts);
            saved.put(TABLE, table.toByteArray());
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(file)) {
                for (Map.Entry<String, byte[]> part : saved.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                }
            }
            return file.toByteArray();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private int column(String header) {
        Integer at = headers.get(header);
        if (at == null) {
            throw new AssertionError("no column " + header + " among " + headers.keySet());
        }
        return at;
    }

    private static String place(int row, int column) {
        return CellPlace.letter(column) + (row + 1);
    }

    private Element row(int row) {
        Element data = elements(sheet.getDocumentElement(), "sheetData").getFirst();
        return elements(data, "row").stream()
                .filter(element -> element.getAttribute("r").equals(Integer.toString(row + 1)))
                .findFirst()
                .orElseGet(() -> {
                    Element fresh = sheet.createElement("row");
                    fresh.setAttribute("r", Integer.toString(row + 1));
                    return (Element) data.appendChild(fresh);
                });
    }

    private Map<Integer, Element> cells(int row) {
        Map<Integer, Element> cells = new TreeMap<>();
        elements(row(row), "c").forEach(cell -> cells.put(CellPlace.column(cell.getAttribute("r")), cell));
        return cells;
    }

    private Document xml(String part) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(parts.get(part)));
    }

    private static List<Element> elements(Element in, String name) {
        NodeList found = in.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < found.getLength(); at++) {
            elements.add((Element) found.item(at));
        }
        return elements;
    }
}

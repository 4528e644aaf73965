package org.zhaoshang.shared.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One XML part of a workbook, walked through once, element by element. Names are local ones: prefixes are a matter of taste. */
final class XmlPart implements Closeable {
    /** Excel's own limit is 32,767 characters. */
    private static final int LONGEST_TEXT = 1 << 16;

    private static final int DEEPEST = 50;
    /** A sheet has some hundred; the parser remembers each name it ever met. */
    private static final int MOST_NAMES = 1000;

    private static final int MOST_PREFIXES = 50;

    private final Reader text;
    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();
    private final Set<String> prefixes = new HashSet<>();
    private int depth;

    private XmlPart(Reader text, XMLStreamReader xml) {
        this.text = text;
        this.xml = xml;
    }

    static XmlPart open(InputStream bytes) throws IOException, SheetRefused {
        try {
            Reader text = Markup.of(bytes);
            // The JDK's own parser gives up at 50,000 ampersands in one document, taking them for an attack.
            XMLInputFactory factory = new InputFactoryImpl();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            return new XmlPart(text, factory.createXMLStreamReader(text));
        } catch (XMLStreamException | IOException broken) {
            bytes.close();
            throw refusal(broken);
        }
    }

    /** Goes to the next beginning or end of an element; false at the end of the part. */
    boolean next() throws IOException, SheetRefused {
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    begin();
                    return true;
                }
                if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException | RuntimeException broken) {
            throw refusal(broken);
        }
    }

    private void begin() throws SheetRefused {
        names.add(xml.getLocalName());
        prefixes.add(xml.getPrefix());
        for (int at = 0; at < xml.getAttributeCount(); at++) {
            names.add(xml.getAttributeLocalName(at));
            prefixes.add(xml.getAttributePrefix(at));
        }
        for (int at = 0; at < xml.getNamespaceCount(); at++) {
            prefixes.add(xml.getNamespacePrefix(at));
        }
        if (++depth > DEEPEST || names.size() > MOST_NAMES || prefixes.size() > MOST_PREFIXES) {
            throw WorkbookFile.damaged();
        }
    }

    boolean begins(String element) {
        return xml.isStartElement() && xml.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return xml.isEndElement() && xml.getLocalName().equals(element);
    }

    @Nullable
    String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    /** An attribute of another namespace: the relation's id beside a sheet's own. */
    @Nullable
    String foreignAttribute(String name) {
        for (int at = 0; at < xml.getAttributeCount(); at++) {
            if (xml.getAttributeNamespace(at) != null
                    && !xml.getAttributeNamespace(at).isEmpty()
                    && xml.getAttributeLocalName(at).equals(name)) {
                return xml.getAttributeValue(at);
            }
        }
        return null;
    }

    /** Appends the text of the element that just began, and goes to its end. */
    void appendText(StringBuilder target) throws IOException, SheetRefused {
        try {
            int inside = depth;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.SPACE) {
                    target.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    if (target.length() > LONGEST_TEXT) {
                        throw new SheetRefused(
                                "有超过 " + LONGEST_TEXT + " 字的单元格",
                                "has a cell of more than " + LONGEST_TEXT + " characters");
                    }
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    begin();
                } else if (event == XMLStreamConstants.END_ELEMENT && --depth < inside) {
                    return;
                }
            }
        } catch (XMLStreamException | RuntimeException broken) {
            throw refusal(broken);
        }
    }

    /** Goes to the end of the element that just began. */
    void skip() throws IOException, SheetRefused {
        for (int inside = depth; depth >= inside && next(); ) {
            // what is in it is of no interest
        }
    }

    /** What stopped the parser: a refusal of ours, a damaged part, or, as an exception, a disk that can not be read. */
    private static SheetRefused refusal(Exception broken) throws IOException {
        Throwable cause = reason(broken);
        if (cause instanceof RefusedPart refused) {
            return refused.refusal();
        }
        boolean damaged = cause instanceof ZipException
                || cause instanceof EOFException
                || cause instanceof CharacterCodingException;
        if (cause instanceof IOException unreadable && !damaged) {
            throw unreadable;
        }
        return WorkbookFile.damaged();
    }

    private static Throwable reason(Throwable broken) {
        Throwable inside = broken instanceof XMLStreamException wrapper && wrapper.getNestedException() != null
                ? wrapper.getNestedException()
                : broken.getCause();
        return broken instanceof IOException || inside == null ? broken : reason(inside);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}

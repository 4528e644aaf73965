package org.zhaoshang.notifications;

import io.quarkus.mailer.Mail;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Language;
import org.zhaoshang.shared.language.Text;

/**
 * A notice as a mail to one person, in plain text and as a simple page.
 *
 * @param id of the row in the outbox: one mail sent twice, because the server ended between sending and noting it, is the same
 *     message to whoever receives it
 */
record Letter(
        UUID id,
        String to,
        String name,
        Language language,
        String title,
        @Nullable String words,
        @Nullable LocalDate dueOn,
        String page) {
    private static final int LONGEST_SUBJECT = 150;

    private static final Text HELLO = new Text("%s，您好：", "Dear %s,");
    private static final Text DUE = new Text("截止日期：%s（当天结束前）", "Due by the end of %s");
    private static final Text OPEN = new Text("打开查看：", "Open it here: ");
    private static final Text WHY = new Text(
            "这封邮件由招商系统自动发出，请勿直接回复。哪些通知通过邮件接收，可在系统的“账号”页中设置。",
            "This mail was sent by the investment promotion system: please do not reply. Choose on its account page what comes by mail.");

    private static final DateTimeFormatter ZH_DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINESE);
    private static final DateTimeFormatter EN_DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /** @param from the sender, whose domain makes the message's name one of its own in the world */
    Mail mail(String from, @Nullable URI client) {
        return Mail.withText(to, subject(), text(client))
                .setFrom(from)
                .setHtml(page(client))
                .addHeader("Message-ID", "<" + id + from.substring(from.lastIndexOf('@')) + ">")
                // Nobody's absence answers it.
                .addHeader("Auto-Submitted", "auto-generated");
    }

    /** In one line whatever a name holds: a line's end would begin a header. */
    String subject() {
        String line = title.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ").strip();
        if (line.codePointCount(0, line.length()) <= LONGEST_SUBJECT) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT)) + "…";
    }

    private String text(@Nullable URI client) {
        StringBuilder text = new StringBuilder(HELLO.in(language).formatted(name))
                .append("\n\n")
                .append(title)
                .append('\n');
        if (words != null) {
            text.append('\n').append(words).append('\n');
        }
        if (dueOn != null) {
            text.append('\n').append(due(dueOn)).append('\n');
        }
        if (client != null) {
            text.append('\n').append(OPEN.in(language)).append(link(client)).append('\n');
        }
        return text.append("\n-- \n").append(WHY.in(language)).append('\n').toString();
    }

    private String page(@Nullable URI client) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=\"")
                .append(language == Language.EN ? "en" : "zh-CN")
                .append("\"><body style=\"font-family:sans-serif;line-height:1.6\">");
        paragraph(page, HELLO.in(language).formatted(name));
        page.append("<p><strong>").append(escaped(title)).append("</strong></p>");
        if (words != null) {
            paragraph(page, words);
        }
        if (dueOn != null) {
            paragraph(page, due(dueOn));
        }
        if (client != null) {
            String link = escaped(link(client));
            page.append("<p>").append(escaped(OPEN.in(language)));
            page.append("<a href=\"").append(link).append("\">").append(link).append("</a></p>");
        }
        page.append("<p style=\"color:#595959;font-size:small\">");
        return page.append(escaped(WHY.in(language)))
                .append("</p></body></html>")
                .toString();
    }

    private String due(LocalDate day) {
        return DUE.in(language).formatted(day.format(language == Language.EN ? EN_DAY : ZH_DAY));
    }

    private String link(URI client) {
        String base = client.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + page;
    }

    private static void paragraph(StringBuilder page, String text) {
        page.append("<p>").append(escaped(text).replace("\n", "<br>")).append("</p>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

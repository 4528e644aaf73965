package org.zhaoshang.notifications;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mail server that can be down, slow, and unwilling: as much of RFC 5321 as it takes. */
final class MailServer implements AutoCloseable {
    /** A mail as it came. */
    record Received(String to, String content) {
        /** A header's lines as one, in plain words; null where there is none. */
        @Nullable
        String header(String name) {
            String head = content.substring(0, content.indexOf("\r\n\r\n")).replaceAll("\r\n[ \t]+", " ");
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> decoded(line.substring(name.length() + 1).strip()))
                    .findFirst()
                    .orElse(null);
        }

        private static final Pattern WORD =
                Pattern.compile("=\\?UTF-8\\?([QB])\\?(.*?)\\?=\\s*", Pattern.CASE_INSENSITIVE);

        private static String decoded(String header) {
            java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
            Matcher word = WORD.matcher(header);
            int end = 0;
            while (word.find()) {
                bytes.writeBytes(header.substring(end, word.start()).getBytes(StandardCharsets.UTF_8));
                bytes.writeBytes(
                        word.group(1).equalsIgnoreCase("B")
                                ? Base64.getDecoder().decode(word.group(2))
                                : quoted(word.group(2).replace('_', ' ')));
                end = word.end();
            }
            bytes.writeBytes(header.substring(end).getBytes(StandardCharsets.UTF_8));
            return bytes.toString(StandardCharsets.UTF_8);
        }

        private static byte[] quoted(String text) {
            java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
            for (int at = 0; at < text.length(); at++) {
                if (text.charAt(at) == '=' && text.startsWith("\r\n", at + 1)) {
                    at += 2;
                } else if (text.substring(at).matches("(?s)=[0-9A-F]{2}.*")) {
                    bytes.write(Integer.parseInt(text.substring(at + 1, at + 3), 16));
                    at += 2;
                } else {
                    bytes.write(text.charAt(at));
                }
            }
            return bytes.toByteArray();
        }

        /** Both parts, in plain words. */
        String body() {
            return new String(quoted(content.substring(content.indexOf("\r\n\r\n"))), StandardCharsets.UTF_8);
        }
    }

    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private final ServerSocket socket;
    private final Queue<String> greetings = new ConcurrentLinkedQueue<>();
    private volatile long slowMillis;
    private volatile boolean mute;

    /** Up from now on. */
    MailServer(int port) {
        try {
            socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        Thread.ofPlatform().daemon().start(() -> {
            while (!socket.isClosed()) {
                try {
                    Socket client = socket.accept();
                    Thread.ofPlatform().daemon().start(() -> talk(client));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    MailServer refusing(String recipient, String answer) {
        refused.put(recipient, answer);
        return this;
    }

    void takeAgain(String recipient) {
        refused.remove(recipient);
    }

    MailServer slow(long millis) {
        slowMillis = millis;
        return this;
    }

    /** Takes connections from now on and says nothing to them. */
    MailServer mute() {
        mute = true;
        return this;
    }

    void speak() {
        mute = false;
    }

    /** How clients named themselves. */
    List<String> greetings() {
        return List.copyOf(greetings);
    }

    List<Received> to(String recipient) {
        return received.stream().filter(mail -> mail.to().equals(recipient)).toList();
    }

    private void talk(Socket client) {
        try (client) {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = client.getOutputStream();
            if (!mute) {
                say(out, "220 trial");
            }
            String to = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String verb = line.length() < 4 ? "" : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
                switch (verb) {
                    case "EHLO" -> {
                        greetings.add(line);
                        say(out, "250 ok");
                    }
                    case "RCPT" -> {
                        to = line.replaceAll(".*<(.*)>.*", "$1");
                        say(out, refused.getOrDefault(to, "250 ok"));
                    }
                    case "DATA" -> {
                        say(out, "354 go on");
                        String content = content(lines);
                        Thread.sleep(slowMillis);
                        received.add(new Received(to, content));
                        say(out, "250 taken");
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "250 ok");
                }
            }
        } catch (IOException gone) {
            // the other side went away
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String content(BufferedReader lines) throws IOException {
        StringBuilder content = new StringBuilder();
        for (String line = lines.readLine(); line != null && !line.equals("."); line = lines.readLine()) {
            content.append(line).append("\r\n");
        }
        return content.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException already) {
            throw new UncheckedIOException(already);
        }
    }
}

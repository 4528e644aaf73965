package org.zhaoshang.shared.files;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Pictures as cameras make them: red above, blue below. */
public final class GivenPicture {
    private GivenPicture() {}

    public static byte[] jpeg(int width, int height) {
        return written("jpg", width, height);
    }

    static byte[] png(int width, int height) {
        return written("png", width, height);
    }

    /** Taken with the camera turned: its top lies at the right until someone turns it, and a word stands beside it. */
    static byte[] turned(int width, int height, String word) {
        byte[] plain = jpeg(width, height);
        byte[] text = word.getBytes(StandardCharsets.US_ASCII);
        // Exif with two entries: 0x0112, orientation, is 6 (turn by 90° clockwise); 0x010e, description, is the word.
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 2 * 12 + 4 + text.length);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(new byte[] {'M', 'M', 0, 42})
                .putInt(8);
        exif.putShort((short) 2);
        exif.putShort((short) 0x010e).putShort((short) 2).putInt(text.length).putInt(38);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0);
        exif.putInt(0).put(text);
        int first = 4 + ByteBuffer.wrap(plain).getShort(4); // what says that it is a JPEG comes first
        return ByteBuffer.allocate(plain.length + 4 + exif.capacity())
                .put(plain, 0, first)
                .putShort((short) 0xffe1)
                .putShort((short) (exif.capacity() + 2))
                .put(exif.array())
                .put(plain, first, plain.length - first)
                .array();
    }

    private static byte[] written(String format, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, (y < height / 2 ? Color.RED : Color.BLUE).getRGB());
            }
        }
        try (ByteArrayOutputStream content = new ByteArrayOutputStream()) {
            ImageIO.write(picture, format, content);
            return content.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

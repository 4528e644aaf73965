package org.zhaoshang.shared.files;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A picture made fit for a page: JPEG, upright, at most {@value #LONGEST_SIDE} pixels a side, and without what a camera writes
 * beside it (where, when, whose).
 */
public final class Preview {
    public static final String MEDIA_TYPE = "image/jpeg";

    private static final Logger LOG = Logger.getLogger(Preview.class);
    private static final int LONGEST_SIDE = 1600;
    private static final float QUALITY = 0.85f;
    /** Read at twice the size and then scaled; a larger one is thinned while it is read, so that memory stays bounded. */
    private static final int LONGEST_READ = 2 * LONGEST_SIDE;
    /** What cameras and plans reach. More is a bomb, or no page needs it. */
    private static final long MOST_PIXELS = 50_000_000;

    private static final int WIDEST = 30_000;
    private static final Semaphore ONE_AT_A_TIME = new Semaphore(1);

    private Preview() {}

    /**
     * @param file of any kind
     * @param target does not exist yet
     * @return false, with nothing written, for what is no picture, a damaged or a boundless one
     * @throws IOException when the target can not be written
     */
    public static boolean write(Path file, Path target) throws IOException {
        ONE_AT_A_TIME.acquireUninterruptibly();
        try {
            BufferedImage picture = read(file);
            if (picture == null) {
                return false;
            }
            try (OutputStream content = Files.newOutputStream(target)) {
                Thumbnails.of(picture)
                        .scale(1)
                        .outputFormat("jpg")
                        .outputQuality(QUALITY)
                        .toOutputStream(content);
            }
            return true;
        } finally {
            ONE_AT_A_TIME.release();
        }
    }

    private static @Nullable BufferedImage read(Path file) {
        try (ImageInputStream content = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(content);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(content);
                return read(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException unreadable) {
            // The readers meet a damaged picture with whatever exception it leads them to.
            LOG.debug("No preview of a picture", unreadable);
            return null;
        }
    }

    private static @Nullable BufferedImage read(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        int longest = Math.max(width, height);
        if (longest > WIDEST || (long) width * height > MOST_PIXELS) {
            return null;
        }
        ImageReadParam thinned = reader.getDefaultReadParam();
        int step = Math.ceilDiv(longest, LONGEST_READ);
        thinned.setSourceSubsampling(step, step, 0, 0);
        BufferedImage read = reader.read(0, thinned);
        double scale = Math.min(1.0, (double) LONGEST_SIDE / Math.max(read.getWidth(), read.getHeight()));
        return onWhite(ExifFilterUtils.getFilterForOrientation(orientation(reader))
                .apply(Thumbnails.of(read).scale(scale).asBufferedImage()));
    }

    /** Most pictures state none, and some state it in a way that the readers refuse: those lie as they are. */
    private static Orientation orientation(ImageReader reader) {
        try {
            Orientation stated = ExifUtils.getExifOrientation(reader, 0);
            return stated == null ? Orientation.TOP_LEFT : stated;
        } catch (IOException | RuntimeException unstated) {
            LOG.debug("A picture that does not say how it lies", unstated);
            return Orientation.TOP_LEFT;
        }
    }

    /** JPEG knows no transparency. */
    private static BufferedImage onWhite(BufferedImage picture) {
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = opaque.createGraphics();
        canvas.drawImage(picture, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return opaque;
    }
}

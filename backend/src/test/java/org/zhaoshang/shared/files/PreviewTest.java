package org.zhaoshang.shared.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown of a picture. */
class PreviewTest {
    @TempDir
    Path folder;

    private boolean write(byte[] content) throws IOException {
        return Preview.write(Files.write(folder.resolve("picture"), content), target());
    }

    private Path target() {
        return folder.resolve("preview");
    }

    private BufferedImage preview(byte[] content) throws IOException {
        assertThat(write(content)).isTrue();
        return ImageIO.read(target().toFile());
    }

    @Test
    void isNoLargerThanAPageNeeds() throws IOException {
        BufferedImage large = preview(GivenPicture.jpeg(5000, 3000));
        assertThat(large.getWidth()).isEqualTo(1600);
        assertThat(large.getHeight()).isBetween(959, 961);
        Files.delete(target());
        assertThat(preview(GivenPicture.png(40, 30)).getWidth()).isEqualTo(40);
    }

    @Test
    void standsUprightAndTellsNothingOfItsCamera() throws IOException {
        BufferedImage upright = preview(GivenPicture.turned(400, 200, "GPS-OF-MY-HOME\0"));
        assertThat(upright.getWidth()).isEqualTo(200);
        assertThat(upright.getHeight()).isEqualTo(400);
        assertThat(new Color(upright.getRGB(195, 200)).getRed()).isGreaterThan(200);
        assertThat(new Color(upright.getRGB(5, 200)).getBlue()).isGreaterThan(200);
        assertThat(new String(Files.readAllBytes(target()), StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS-OF-MY-HOME", "Exif");
    }

    @Test
    void isNotMadeOfWhatIsDamagedBoundlessOrNoPicture() throws IOException {
        byte[] whole = GivenPicture.jpeg(600, 400);
        assertThat(write("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))).isFalse();
        assertThat(write(Arrays.copyOf(whole, 40))).isFalse();
        assertThat(write(new byte[0])).isFalse();
        byte[] boundless = GivenPicture.png(40, 30);
        boundless[16] = 0x00;
        boundless[17] = 0x01; // 65,576 wide, as its header says
        assertThat(write(boundless)).isFalse();
        assertThat(target()).doesNotExist();
    }
}

package org.zhaoshang.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static boolean holds(String network, String address) throws Network.Unreadable {
        return Network.parse(network).holds(address);
    }

    @Test
    void holdsTheAddressesOfItsRangeAndNoOther() throws Network.Unreadable {
        assertThat(holds("10.20.0.0/16", "10.20.255.255")).isTrue();
        assertThat(holds("10.20.0.0/16", "10.21.0.0")).isFalse();
        assertThat(holds("0.0.0.0/0", "203.0.113.9")).isTrue();
        assertThat(holds("192.0.2.7", "192.0.2.7")).isTrue();
        assertThat(holds("192.0.2.7", "192.0.2.8")).isFalse();
        assertThat(holds("128.0.0.0/1", "255.1.2.3")).isTrue();
        assertThat(holds("2001:DB8::/32", "2001:db8:ffff::1")).isTrue();
        assertThat(holds("2001:db8::/32", "2001:db9::1")).isFalse();
        assertThat(holds("fe80::/10", "fe80:0:0:0:0:0:0:1%eth0")).isTrue();
        assertThat(holds("::1", "0:0:0:0:0:0:0:1")).isTrue();
    }

    @Test
    void keepsTheTwoFamiliesApartButKnowsTheOneMappedIntoTheOther() throws Network.Unreadable {
        assertThat(holds("::/0", "10.0.0.1")).isFalse();
        assertThat(holds("0.0.0.0/0", "2001:db8::1")).isFalse();
        assertThat(holds("10.0.0.0/8", "::ffff:10.1.2.3")).isTrue();
        assertThat(holds("10.0.0.0/8", "not an address")).isFalse();
    }

    @Test
    void refusesWhatIsNoNetwork() {
        for (String text : List.of(
                "",
                " ",
                "/",
                "/8",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0/8",
                "10",
                "0x7f000001",
                "010.0.0.0/8",
                "256.0.0.1",
                "::/129",
                ":::",
                "2001:db8::1::2",
                "fe80::1%eth0",
                "::ffff:10.0.0.0/104",
                "localhost",
                "example.org",
                "１０.0.0.0/8",
                "10.0.0.0/8/8",
                "10.0.0.0 /8",
                "a".repeat(100))) {
            assertThatThrownBy(() -> Network.parse(text)).as(text).isInstanceOf(Network.Unreadable.class);
        }
    }

    @Test
    void saysWhichNetworkWasMeant() {
        assertThatThrownBy(() -> Network.parse("10.20.3.4/16")).hasMessageContaining("10.20.0.0/16");
    }
}

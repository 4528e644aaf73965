package org.zhaoshang.clients;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhaoshang.shared.language.Text;

/** A range of addresses in CIDR notation, IPv4 or IPv6; a single address is the smallest range. */
record Network(InetAddress base, int prefix) {
    private static final Pattern NOTATION = Pattern.compile("([0-9a-f:.]{2,45})(?:/(\\d{1,3}))?");
    /** Four plain numbers: what else Java reads as an address ("10.1") was hardly meant. */
    private static final Pattern DOTTED = Pattern.compile("((0|[1-9]\\d{0,2})\\.){3}(0|[1-9]\\d{0,2})");

    private static final Text NO_NETWORK = new Text(
            "应为网络地址，如 10.20.0.0/16 或 2001:db8::/32", "must be a network such as 10.20.0.0/16 or 2001:db8::/32");

    /** What is wrong with a network as it was typed. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Text problem;

        Unreadable(Text problem) {
            super(problem.en());
            this.problem = problem;
        }

        Text problem() {
            return problem;
        }
    }

    static Network parse(String text) throws Unreadable {
        Matcher notation = NOTATION.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!notation.matches()) {
            throw new Unreadable(NO_NETWORK);
        }
        InetAddress address = literal(notation.group(1));
        int bits = address.getAddress().length * 8;
        int prefix = notation.group(2) == null ? bits : Integer.parseInt(notation.group(2));
        if (prefix > bits) {
            throw new Unreadable(NO_NETWORK);
        }
        Network network = new Network(masked(address, prefix), prefix);
        if (!network.base().equals(address)) {
            throw new Unreadable(
                    new Text("不是网段的起始地址，是否应为 " + network, "is no start of a network: did you mean " + network));
        }
        return network;
    }

    /** @param address as the connection has it, perhaps with the name of an interface behind it */
    boolean holds(String address) {
        try {
            InetAddress caller = InetAddress.ofLiteral(address.replaceFirst("%.*", ""));
            return caller.getAddress().length == base.getAddress().length
                    && masked(caller, prefix).equals(base);
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /** A literal is never looked up by name. */
    private static InetAddress literal(String text) throws Unreadable {
        try {
            InetAddress address = InetAddress.ofLiteral(text);
            if (address instanceof Inet4Address && !DOTTED.matcher(text).matches()) {
                throw new Unreadable(NO_NETWORK);
            }
            return address;
        } catch (IllegalArgumentException noAddress) {
            throw new Unreadable(NO_NETWORK);
        }
    }

    private static InetAddress masked(InetAddress address, int prefix) {
        byte[] bytes = address.getAddress();
        int host = bytes.length * 8 - prefix;
        BigInteger kept = new BigInteger(1, bytes).shiftRight(host).shiftLeft(host);
        byte[] result = new byte[bytes.length];
        byte[] digits = kept.toByteArray(); // may have a leading zero for the sign
        int length = Math.min(digits.length, result.length);
        System.arraycopy(digits, digits.length - length, result, result.length - length, length);
        try {
            return InetAddress.getByAddress(result);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return base.getHostAddress() + "/" + prefix;
    }
}

package dev.brayer.policy.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An address of IPv4 or IPv6 with the length of its network prefix: a single address has the whole
/// length.
public record IpNetwork(boolean version6, BigInteger address, int prefix) {
    private static final BigInteger BYTE = BigInteger.valueOf(255);

    /// Null if the text is neither an address nor an address with a prefix.
    public static @Nullable IpNetwork parse(String text) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        boolean version6 = host.indexOf(':') >= 0;
        BigInteger address = version6 ? parse6(host) : parse4(host);
        if (address == null) {
            return null;
        }
        int width = version6 ? 128 : 32;
        int prefix = slash < 0 ? width : number(text.substring(slash + 1), width);
        return prefix < 0 ? null : new IpNetwork(version6, address, prefix);
    }

    public int width() {
        return version6 ? 128 : 32;
    }

    public boolean isSingle() {
        return prefix == width();
    }

    public BigInteger lowest() {
        int host = width() - prefix;
        return address.shiftRight(host).shiftLeft(host);
    }

    public BigInteger highest() {
        return lowest().add(BigInteger.ONE.shiftLeft(width() - prefix).subtract(BigInteger.ONE));
    }

    /// Whether every address of the other network is one of this network.
    public boolean covers(IpNetwork other) {
        return version6 == other.version6
                && lowest().compareTo(other.lowest()) <= 0
                && highest().compareTo(other.highest()) >= 0;
    }

    /// The first address that a host may have; in IPv4 the network's own address is none, unless
    /// nothing else is there.
    public IpNetwork first() {
        BigInteger first =
                version6 || width() - prefix < 2 ? lowest() : lowest().add(BigInteger.ONE);
        return new IpNetwork(version6, first, width());
    }

    /// The last address that a host may have; in IPv4 the broadcast address is none.
    public IpNetwork last() {
        BigInteger last =
                version6 || width() - prefix < 2 ? highest() : highest().subtract(BigInteger.ONE);
        return new IpNetwork(version6, last, width());
    }

    /// Whether this is the address of a whole network: no bit is set behind the prefix.
    public boolean isNetwork() {
        return !isSingle() && address.equals(lowest());
    }

    public boolean isLoopback() {
        return version6 ? address.equals(BigInteger.ONE) : octet(0) == 127;
    }

    public boolean isMulticast() {
        return version6 ? octet(0) == 255 : octet(0) >> 4 == 14;
    }

    /// The class of the time before prefixes: `a`, `b`, `c`, or blank.
    public char addressClass() {
        if (version6) {
            return ' ';
        }
        int first = octet(0);
        return first < 128 ? 'a' : first < 192 ? 'b' : first < 224 ? 'c' : ' ';
    }

    public List<Integer> octets() {
        List<Integer> octets = new ArrayList<>();
        for (int index = 0; index < width() / 8; index++) {
            octets.add(octet(index));
        }
        return octets;
    }

    public String addressText() {
        return version6 ? text6(address) : text4(address);
    }

    public String netmask() {
        BigInteger mask =
                BigInteger.ONE
                        .shiftLeft(prefix)
                        .subtract(BigInteger.ONE)
                        .shiftLeft(width() - prefix);
        return version6 ? text6(mask) : text4(mask);
    }

    @Override
    public String toString() {
        return addressText() + "/" + prefix;
    }

    private int octet(int index) {
        return address.shiftRight(width() - 8 * (index + 1)).and(BYTE).intValue();
    }

    private static @Nullable BigInteger parse4(String text) {
        long value = 0;
        int parts = 0;
        int start = 0;
        while (start <= text.length()) {
            int dot = text.indexOf('.', start);
            int end = dot < 0 ? text.length() : dot;
            int part = number(text.substring(start, end), 255);
            // A leading zero is read as octal by some programs, so an address with one is no clear
            // address.
            if (part < 0 || (end - start > 1 && text.charAt(start) == '0')) {
                return null;
            }
            value = value << 8 | part;
            parts++;
            start = end + 1;
        }
        return parts == 4 ? BigInteger.valueOf(value) : null;
    }

    private static @Nullable BigInteger parse6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return null;
        }
        List<Integer> front = new ArrayList<>();
        List<Integer> back = new ArrayList<>();
        boolean good =
                gap < 0
                        ? groups(text, front)
                        : groups(text.substring(0, gap), front)
                                && groups(text.substring(gap + 2), back);
        int count = front.size() + back.size();
        if (!good || (gap < 0 ? count != 8 : count > 7)) {
            return null;
        }
        BigInteger value = BigInteger.ZERO;
        for (int index = 0; index < 8; index++) {
            int fromBack = index - (8 - back.size());
            int group =
                    index < front.size()
                            ? front.get(index)
                            : fromBack >= 0 ? back.get(fromBack) : 0;
            value = value.shiftLeft(16).or(BigInteger.valueOf(group));
        }
        return value;
    }

    private static boolean groups(String text, List<Integer> groups) {
        if (text.isEmpty()) {
            return true;
        }
        int start = 0;
        while (start <= text.length()) {
            int colon = text.indexOf(':', start);
            int end = colon < 0 ? text.length() : colon;
            String part = text.substring(start, end);
            if (colon < 0 && part.indexOf('.') >= 0) {
                BigInteger tail = parse4(part);
                if (tail == null) {
                    return false;
                }
                groups.add(tail.shiftRight(16).intValue());
                groups.add(tail.intValue() & 0xffff);
                return groups.size() <= 8;
            }
            int group = hexadecimal(part);
            if (group < 0 || groups.size() == 8) {
                return false;
            }
            groups.add(group);
            start = end + 1;
        }
        return true;
    }

    private static int hexadecimal(String text) {
        if (text.isEmpty() || text.length() > 4) {
            return -1;
        }
        int value = 0;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            int digit = character < 128 ? Character.digit(character, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static int number(String text, int maximum) {
        if (text.isEmpty() || text.length() > 3) {
            return -1;
        }
        int value = 0;
        for (int index = 0; index < text.length(); index++) {
            int digit = text.charAt(index) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value <= maximum ? value : -1;
    }

    private static String text4(BigInteger address) {
        long value = address.longValue();
        return (value >> 24 & 255)
                + "."
                + (value >> 16 & 255)
                + "."
                + (value >> 8 & 255)
                + "."
                + (value & 255);
    }

    /// The canonical text of RFC 5952: the longest run of two or more zero groups is left out.
    private static String text6(BigInteger address) {
        int[] groups = new int[8];
        for (int index = 0; index < 8; index++) {
            groups[index] = address.shiftRight(16 * (7 - index)).intValue() & 0xffff;
        }
        int start = -1;
        int longest = 1;
        for (int index = 0; index < 8; index++) {
            int end = index;
            while (end < 8 && groups[end] == 0) {
                end++;
            }
            if (end - index > longest) {
                start = index;
                longest = end - index;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < 8; index++) {
            if (index == start) {
                text.append("::");
                index += longest - 1;
                continue;
            }
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(groups[index]));
        }
        return text.toString();
    }
}

package dev.brayer.policy.builtin;

import dev.brayer.number.Decimal;
import dev.brayer.policy.type.Type;
import dev.brayer.policy.type.Type.Basic;
import dev.brayer.policy.value.IpNetwork;
import dev.brayer.policy.value.Trace;
import dev.brayer.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What an address or a network can be asked.
final class AddressAttributes {
    static final List<Builtin> ALL =
            List.of(
                    attribute(
                            "first",
                            Basic.IP,
                            "The first address that a host may have.",
                            "ipaddress(\"10.0.0.0/24\").first == \"10.0.0.1\"",
                            (network, trace) -> new Value.Address(network.first(), trace)),
                    attribute(
                            "last",
                            Basic.IP,
                            "The last address that a host may have.",
                            "ipaddress(\"10.0.0.0/24\").last == \"10.0.0.254\"",
                            (network, trace) -> new Value.Address(network.last(), trace)),
                    attribute(
                            "full_address",
                            Basic.STRING,
                            "The address with its prefix.",
                            "ipaddress(\"10.0.0.1\").full_address == \"10.0.0.1/32\"",
                            (network, trace) -> new Value.Text(network.toString(), trace)),
                    attribute(
                            "address",
                            Basic.STRING,
                            "The address without its prefix.",
                            "ipaddress(\"2001:db8:0::1/64\").address == \"2001:db8::1\"",
                            (network, trace) -> new Value.Text(network.addressText(), trace)),
                    attribute(
                            "netmask",
                            Basic.STRING,
                            "The mask that the prefix stands for.",
                            "ipaddress(\"10.0.0.0/8\").netmask == \"255.0.0.0\"",
                            (network, trace) -> new Value.Text(network.netmask(), trace)),
                    attribute(
                            "octets",
                            new Type.ListOf(Basic.NUMBER),
                            "The bytes of the address.",
                            "ipaddress(\"172.16.10.1\").octets.at(2) == 10",
                            AddressAttributes::octets),
                    attribute(
                            "prefix",
                            Basic.NUMBER,
                            "The length of the prefix.",
                            "ipaddress(\"172.16.10.1/24\").prefix == 24",
                            (network, trace) ->
                                    new Value.Numeral(Decimal.of(network.prefix()), trace)),
                    flag(
                            "is_network",
                            "Whether this is the address of a network: nothing is set behind the prefix.",
                            "ipaddress(\"10.0.0.0/24\").is_network",
                            IpNetwork::isNetwork),
                    flag(
                            "is_loopback",
                            "Whether the address means the machine itself.",
                            "ipaddress(\"::1\").is_loopback",
                            IpNetwork::isLoopback),
                    flag(
                            "is_multicast",
                            "Whether the address means a group of machines.",
                            "ipaddress(\"224.0.0.1\").is_multicast",
                            IpNetwork::isMulticast),
                    flag(
                            "is_class_a",
                            "Whether the address is of class A.",
                            "ipaddress(\"10.0.0.1/24\").is_class_a",
                            network -> network.addressClass() == 'a'),
                    flag(
                            "is_class_b",
                            "Whether the address is of class B.",
                            "ipaddress(\"172.16.10.1/24\").is_class_b",
                            network -> network.addressClass() == 'b'),
                    flag(
                            "is_class_c",
                            "Whether the address is of class C.",
                            "ipaddress(\"192.168.1.1/30\").is_class_c",
                            network -> network.addressClass() == 'c'));

    private AddressAttributes() {}

    /// Something about a network.
    @FunctionalInterface
    private interface Answer {
        Value of(IpNetwork network, Trace trace);
    }

    private static Builtin attribute(
            String name, Type result, String documentation, String example, Answer answer) {
        return new Builtin(
                Basic.IP,
                name,
                List.of(),
                result,
                documentation,
                example,
                (world, values) ->
                        values[0] instanceof Value.Address(IpNetwork network, Trace trace)
                                ? answer.of(network, trace)
                                : new Value.Wrong("an address", values[0]));
    }

    private static Builtin flag(
            String name, String documentation, String example, Predicate<IpNetwork> test) {
        return attribute(
                name,
                Basic.BOOL,
                documentation,
                example,
                (network, trace) -> new Value.Bool(test.test(network), trace));
    }

    private static Value octets(IpNetwork network, Trace trace) {
        List<Value> octets = new ArrayList<>();
        for (int octet : network.octets()) {
            octets.add(new Value.Numeral(Decimal.of(octet), trace));
        }
        return new Value.Items(octets, trace);
    }
}

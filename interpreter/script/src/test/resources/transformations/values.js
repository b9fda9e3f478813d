var data = $$[3].data;
data.yes = 'yes'; data.number = '0x10'; data.empty = ''; data.colon = 'a: b # c'; data.lines = 'one\n  two\n\nthree'; data.tab = 'a\tb';
data.quote = "it's \"so\""; data.long = 'x'.repeat(200); data.undefined = undefined; data.func = function () {};
$$[0].spec.replicas = 0.1 + 0.2;
$$[0].spec.paused = false;
$$[0].spec.minReadySeconds = 1e21;
$$[0].spec.nothing = null;
$$[0].metadata.annotations = { at: new Date(0), big: 12345678901234567890n };
$$[1].spec.rules[0].host = null;

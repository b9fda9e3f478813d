// What a script finds in scope, and how its documents come back.
//
// A script may change every prototype, so nothing here goes through one after the script has begun: what is needed is
// taken at the start and called by `apply`. Properties are defined, not assigned, because a setter might be in the way.
(function (host, transforming, documentsText, contextText) {
    "use strict";

    const global = globalThis;
    const apply = Reflect.apply;
    const define = Reflect.defineProperty;
    const describe = Reflect.getOwnPropertyDescriptor;
    const remove = Reflect.deleteProperty;
    const read = Reflect.get;
    const write = Reflect.set;
    const keysOf = Object.keys;
    const isList = Array.isArray;
    const same = Object.is;
    const sort = Array.prototype.sort;
    const WeakMapOf = WeakMap;
    const recall = WeakMap.prototype.get;
    const knows = WeakMap.prototype.has;
    const remember = WeakMap.prototype.set;
    const MapOf = Map;
    const look = Map.prototype.get;
    const put = Map.prototype.set;
    const ProxyOf = Proxy;
    const DateOf = Date;
    const isoText = Date.prototype.toISOString;
    const stringify = JSON.stringify;
    const Wrong = TypeError;
    const TooDeep = RangeError;
    const MOST_NESTED = 400;

    function isObject(value) {
        return typeof value === "object" && value !== null;
    }

    function isFunction(value) {
        return typeof value === "function";
    }

    function declare(name, value, writable) {
        define(global, name, { value, writable, enumerable: false, configurable: writable });
    }

    const documents = JSON.parse(documentsText);

    // What Copper 2 and Alterant offered

    function DockerImage(text) {
        let rest = text.trim();
        if (!rest.includes("/")) {
            rest = "library/" + rest;
        }
        rest = rest.replace(/^https?:\/\//, "").replace(/^\//, "").replace(/\/$/, "");
        const at = rest.indexOf("@");
        const digest = at < 0 ? undefined : rest.slice(at + 1);
        const named = at < 0 ? rest : rest.slice(0, at);
        // A colon before the last slash belongs to a port.
        const colon = named.indexOf(":", named.lastIndexOf("/"));
        const first = named.split("/")[0];
        const hub = first === "library" || named.split("/").length < 3;
        this.name = colon < 0 ? named : named.slice(0, colon);
        this.tag = colon >= 0 ? named.slice(colon + 1) : digest === undefined ? "latest" : undefined;
        this.digest = digest;
        this.registry = hub ? "index.docker.io" : first;
        this.registry_url = "https://" + this.registry;
        this.fqin = "https://" + this.address();
    }

    DockerImage.prototype.address = function () {
        const inside = this.name.indexOf(this.registry + "/") === 0;
        return (
            (inside ? "" : this.registry + "/") +
            this.name +
            (this.tag === undefined ? "" : ":" + this.tag) +
            (this.digest === undefined ? "" : "@" + this.digest)
        );
    };

    function Containers(containers) {
        this.containers = containers;
    }

    Containers.prototype.by_name = function (name) {
        for (const index in this.containers) {
            if (this.containers[index].name === name) {
                return this.containers[index];
            }
        }
        return null;
    };

    // As there, the last one of several that fit.
    function findLast(list, fits) {
        const before = taken;
        let found;
        for (let index = 0; index < list.length; index++) {
            const candidate = list[index];
            if (fits(candidate)) {
                found = candidate;
            }
        }
        taken = found === undefined ? before : found;
        return found;
    }

    function findByName(list, kind, name) {
        return findLast(list, (item) => item.kind === kind && item.metadata.name === name);
    }

    function findByLabels(list, kind, labels) {
        return findLast(list, (item) => item.kind === kind && doLabelsMatch(item, labels));
    }

    function findDeploymentForService(list, selectors) {
        return findByLabels(list, "Deployment", selectors);
    }

    function getLabels(item) {
        return item.spec.template.metadata.labels;
    }

    function doLabelsMatch(item, labels) {
        const found = getLabels(item);
        for (const label in labels) {
            // Loosely, as there: "1" and 1 are one label.
            if (labels[label] != found[label]) {
                return false;
            }
        }
        return true;
    }

    function replaceItem(list, kind, name, replacement) {
        for (let index = 0; index < list.length; index++) {
            if (list[index].kind === kind && list[index].metadata.name === name) {
                list[index] = replacement;
                return;
            }
        }
    }

    function replaceResource(list, resource) {
        replaceItem(list, resource.kind, resource.metadata.name, resource);
    }

    // By their text, as far as they are of one sort.
    function textual(left, right) {
        if (isFunction(left) && isFunction(right)) {
            return true;
        }
        for (const kind of [Date, RegExp, String, Number]) {
            if (left instanceof kind && right instanceof kind) {
                return true;
            }
        }
        return false;
    }

    function equal(left, right, above) {
        if (left === right || (Number.isNaN(left) && Number.isNaN(right))) {
            return true;
        }
        if (textual(left, right)) {
            return left.toString() === right.toString();
        }
        if (!(left instanceof Object && right instanceof Object)) {
            return false;
        }
        if (left.constructor !== right.constructor || left.prototype !== right.prototype) {
            return false;
        }
        // What contains itself is equal to nothing.
        if (above.some((pair) => pair[0] === left || pair[1] === right)) {
            return false;
        }
        const inside = above.concat([[left, right]]);
        for (const key in right) {
            if (!Object.prototype.hasOwnProperty.call(left, key)) {
                return false;
            }
        }
        for (const key in left) {
            const both = Object.prototype.hasOwnProperty.call(right, key);
            if (!both || !equal(left[key], right[key], inside)) {
                return false;
            }
        }
        return true;
    }

    function deepCompare(first, ...others) {
        return others.every((other) => equal(first, other, []));
    }

    function shown(value) {
        if (typeof value === "string") {
            return value;
        }
        try {
            const text = isObject(value) ? stringify(value) : undefined;
            return text === undefined ? "" + value : text;
        } catch (unshowable) {
            return "(a value that cannot be shown)";
        }
    }

    function printing(error) {
        return function () {
            let line = "";
            for (let index = 0; index < arguments.length; index++) {
                line += (index > 0 ? " " : "") + shown(arguments[index]);
            }
            host.print(error, line);
        };
    }

    const log = printing(false);
    const warn = printing(true);
    const console = { log, info: log, debug: log, warn, error: warn };

    for (const name of ["Atomics", "SharedArrayBuffer", "Polyglot", "Graal", "load", "loadWithNewGlobal", "print"]) {
        remove(global, name);
    }
    const helpers = {
        DockerImage, Containers, findByName, findByLabels, findDeploymentForService, getLabels, doLabelsMatch,
        replaceItem, replaceResource, deepCompare, console,
        JsonReader: (path) => host.file("" + path, false),
        YamlReader: (path) => host.file("" + path, true),
        $context: JSON.parse(contextText),
    };
    for (const name of keysOf(helpers)) {
        declare(name, helpers[name], true);
    }
    // Read when a script asks for it: few do.
    define(global, "_", {
        configurable: true,
        get() {
            declare("_", undefined, true);
            host.underscore();
            return global._;
        },
        set(value) {
            declare("_", value, true);
        },
    });
    define(documents, "replace", {
        value: (item) => replaceResource(global.$$, item),
        writable: true, enumerable: false, configurable: true,
    });

    // The document that the script looked at last: what it reports without a place is about that one.
    let taken;

    function isIndex(key) {
        return typeof key === "string" && key !== "" && key >= "0" && key < ":";
    }

    // Policies

    function policy() {
        const roots = [];
        for (let index = 0; index < documents.length; index++) {
            define(roots, index, { value: documents[index], writable: true, enumerable: true, configurable: true });
        }

        // Steps from `value` to `node`, or nothing. Only what a script points at is looked for.
        function way(value, node, depth) {
            if (value === node) {
                return [];
            }
            if (!isObject(value) || depth > MOST_NESTED) {
                return undefined;
            }
            const keys = keysOf(value);
            for (let index = 0; index < keys.length; index++) {
                const rest = way(value[keys[index]], node, depth + 1);
                if (rest !== undefined) {
                    define(rest, rest.length, {
                        value: keys[index], writable: true, enumerable: true, configurable: true,
                    });
                    return rest;
                }
            }
            return undefined;
        }

        function indexOf(document) {
            for (let index = 0; index < roots.length; index++) {
                if (roots[index] === document) {
                    return index;
                }
            }
            return -1;
        }

        function placeOf(node) {
            const first = indexOf(taken);
            for (let turn = -1; turn < roots.length; turn++) {
                const index = turn < 0 ? first : turn;
                const steps = index < 0 ? undefined : way(roots[index], node, 0);
                if (steps !== undefined) {
                    return { document: index, steps };
                }
            }
            return { document: first, steps: [] };
        }

        class ValidationError {
            constructor() {
                this.errors = [];
            }

            add_error(check_name, title, severity, place, below) {
                const typed =
                    typeof severity === "number" && typeof title === "string" && typeof check_name === "string";
                if (!typed) {
                    throw (
                        "invalid title or severity. severity should be a number, title should be a string and " +
                        "check_name should be a string"
                    );
                }
                if (place !== undefined && typeof place !== "string" && !isObject(place)) {
                    throw new Wrong("the place of an error is an object taken from $$, or a path");
                }
                if (below !== undefined && typeof below !== "string") {
                    throw new Wrong("what follows the object is a path in it");
                }
                const error = { check_name, title, severity };
                define(this.errors, this.errors.length, {
                    value: error, writable: true, enumerable: true, configurable: true,
                });
                if (this === errors) {
                    const at = isObject(place) ? placeOf(place) : { document: indexOf(taken), steps: [] };
                    const path = typeof place === "string" ? place : below;
                    host.report(check_name, title, severity, at.document, at.steps, path === undefined ? null : path);
                    apply(remember, reported, [error, true]);
                }
                return null;
            }
        }

        const reported = new WeakMapOf();
        const errors = new ValidationError();
        const list = errors.errors;
        define(errors, "errors", { value: list, writable: false, enumerable: true, configurable: false });
        Object.freeze(ValidationError.prototype);
        declare("ValidationError", ValidationError, false);
        define(global, "errors", {
            enumerable: false,
            configurable: false,
            get: () => errors,
            set() {
                throw new Wrong("errors cannot be replaced");
            },
        });
        declare(
            "$$",
            new ProxyOf(documents, {
                get(target, key, receiver) {
                    const value = read(target, key, target);
                    if (isIndex(key) && isObject(value)) {
                        taken = value;
                    }
                    return value;
                },
            }),
            true,
        );

        // What a script put into the list itself counts as well.
        return function () {
            for (let index = 0; index < list.length; index++) {
                const error = list[index];
                if (isObject(error) && apply(knows, reported, [error])) {
                    continue;
                }
                const typed =
                    isObject(error) &&
                    typeof error.check_name === "string" &&
                    typeof error.title === "string" &&
                    typeof error.severity === "number";
                if (!typed) {
                    throw new Wrong("errors.errors[" + index + "] is no error: it needs check_name, title and severity");
                }
                host.report(error.check_name, error.title, error.severity, -1, [], null);
            }
            return null;
        };
    }

    // Transformations

    function transformation() {
        const numbers = new WeakMapOf();
        const wrapped = new WeakMapOf();
        const unwrapped = new WeakMapOf();
        // For each changed object the writes by key; under the empty list of keys nothing was changed.
        const writes = new WeakMapOf();
        let next = 0;

        // In the order of sorted keys, which does not depend on what JavaScript makes of them.
        function number(value) {
            if (!isObject(value)) {
                return;
            }
            apply(remember, numbers, [value, next++]);
            const keys = keysOf(value);
            if (isList(value)) {
                for (let index = 0; index < value.length; index++) {
                    number(value[index]);
                }
                return;
            }
            apply(sort, keys, []);
            for (let index = 0; index < keys.length; index++) {
                number(value[keys[index]]);
            }
        }
        number(documents);

        function raw(value) {
            return isObject(value) && apply(knows, unwrapped, [value]) ? apply(recall, unwrapped, [value]) : value;
        }

        function isOriginal(value) {
            return isObject(value) && apply(knows, numbers, [value]);
        }

        function note(target, key) {
            let ofTarget = apply(recall, writes, [target]);
            if (ofTarget === undefined) {
                ofTarget = new MapOf();
                apply(remember, writes, [target, ofTarget]);
            }
            apply(put, ofTarget, [key, host.here()]);
        }

        const traps = {
            get(target, key) {
                return wrap(read(target, key, target));
            },
            getOwnPropertyDescriptor(target, key) {
                const property = describe(target, key);
                if (property !== undefined && property.configurable && isOriginal(property.value)) {
                    define(property, "value", {
                        value: wrap(property.value), writable: true, enumerable: true, configurable: true,
                    });
                }
                return property;
            },
            set(target, key, value) {
                const wanted = raw(value);
                const old = describe(target, key);
                if (old === undefined || !same(old.value, wanted)) {
                    note(target, key);
                }
                return isList(target) && key === "length"
                    ? write(target, key, wanted)
                    : define(target, key, { value: wanted, writable: true, enumerable: true, configurable: true });
            },
            defineProperty(target, key, property) {
                note(target, key);
                const wanted = isObject(property.value) ? raw(property.value) : property.value;
                return define(target, key, { value: wanted, writable: true, enumerable: true, configurable: true });
            },
            deleteProperty(target, key) {
                note(target, key);
                return remove(target, key);
            },
            preventExtensions() {
                return false;
            },
            setPrototypeOf() {
                return false;
            },
        };

        function wrap(value) {
            if (!isOriginal(value)) {
                return value;
            }
            let proxy = apply(recall, wrapped, [value]);
            if (proxy === undefined) {
                proxy = new ProxyOf(value, traps);
                apply(remember, wrapped, [value, proxy]);
                apply(remember, unwrapped, [proxy, value]);
            }
            return proxy;
        }

        declare("$$", wrap(documents), true);

        function text(value) {
            return value.length + ":" + value;
        }

        function scalar(value, write) {
            switch (typeof value) {
                case "string":
                    return "s" + write + "," + text(value);
                case "boolean":
                    return (value ? "t" : "f") + write + ";";
                case "bigint":
                    return "n" + write + "," + value + ";";
                case "number":
                    if (value !== value || value === Infinity || value === -Infinity) {
                        throw new Wrong(value + " is no number that a manifest can hold");
                    }
                    return "n" + write + "," + value + ";";
                default:
                    return "z" + write + ";";
            }
        }

        function isNothing(value) {
            return value === undefined || typeof value === "function" || typeof value === "symbol";
        }

        // The tree as text. An object that stands as it stood is only its number.
        function tree(wanted, write, depth) {
            const value = raw(wanted);
            if (depth > MOST_NESTED) {
                throw new TooDeep("the documents are nested too deeply, or contain themselves");
            }
            if (!isObject(value)) {
                return scalar(value, write);
            }
            if (value instanceof DateOf) {
                return scalar(apply(isoText, value, []), write);
            }
            const original = apply(knows, numbers, [value]);
            const id = original ? apply(recall, numbers, [value]) : -1;
            const ofValue = apply(recall, writes, [value]);
            let unchanged = original && ofValue === undefined;
            let count = 0;
            let out = "";
            const list = isList(value);
            const keys = list ? undefined : keysOf(value);
            const length = list ? value.length : keys.length;
            for (let index = 0; index < length; index++) {
                const key = list ? "" + index : keys[index];
                const child = value[key];
                if (!list && isNothing(child)) {
                    continue;
                }
                let at = ofValue === undefined ? undefined : apply(look, ofValue, [key]);
                at = at === undefined ? (original ? -1 : write) : at;
                const written = tree(child, at, depth + 1);
                if (unchanged && isObject(child) && written[0] !== "=") {
                    unchanged = false;
                }
                out += (list ? "" : text(key)) + written;
                count++;
            }
            host.size(out.length);
            return unchanged ? "=" + id + ";" : (list ? "[" : "{") + id + "," + write + "," + count + ";" + out;
        }

        return function () {
            const result = raw(global.$$);
            if (!isList(result)) {
                throw new Wrong("$$ is not an array any more");
            }
            return tree(result, -1, 0);
        };
    }

    return transforming ? transformation() : policy();
})

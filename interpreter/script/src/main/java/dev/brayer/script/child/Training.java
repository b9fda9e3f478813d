package dev.brayer.script.child;

import dev.brayer.script.wire.Limits;
import dev.brayer.script.wire.Message;
import dev.brayer.script.wire.MessageStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/// Runs samples once while the ahead-of-time cache is recorded, so that what they load is in it.
/// Started by the packaging and by nobody else.
public final class Training {
    private static final String DOCUMENTS =
            """
            [{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web"}, "spec": {"ports": [{"port": 80}],
              "selector": {"app": "web"}}},
             {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web"}, "spec": {"replicas": 1,
              "template": {"metadata": {"labels": {"app": "web"}}, "spec": {"containers": [{"image": "nginx"}]}}}}]\
            """;

    private static final String POLICY =
            """
            $$.forEach(function ($) {
                if ($.kind === 'Deployment') {
                    $.spec.template.spec.containers.forEach(function (container) {
                        if (new DockerImage(container.image).tag === 'latest' && /^n/.test(container.image)) {
                            errors.add_error('no_latest', 'latest is used in ' + $.metadata.name, 1, container);
                        }
                    });
                }
            });
            findDeploymentForService($$, $$[0].spec.selector);
            console.log(_.pluck($$, 'kind').join(), Object.keys($$[0]).map((key) => key + `${1}`).sort());
            """;

    private static final String TRANSFORMATION =
            """
            for (const $ of $$) {
                $.metadata.annotations = { ...$.metadata.annotations, owner: 'shop' };
            }
            $$[1].spec.template.spec.containers.push({ name: 'logs', image: 'fluent-bit:3.1' });
            $$.push({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'logs' } });
            delete $$[0].spec.ports;
            """;

    private Training() {}

    public static void main(String[] arguments) throws IOException {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        MessageStream out = new MessageStream(InputStream.nullInputStream(), frames);
        out.write(new Message.Run(false, "policy.js", POLICY, DOCUMENTS, "{}"));
        out.write(new Message.Run(true, "change.js", TRANSFORMATION, DOCUMENTS, "{}"));
        out.write(new Message.Run(false, "wrong.js", "$$[0].spec.no.more", DOCUMENTS, "{}"));
        out.write(new Message.Run(false, "worse.js", "if (", DOCUMENTS, "{}"));
        MessageStream in =
                new MessageStream(new ByteArrayInputStream(frames.toByteArray()), frames);
        try (Sandbox sandbox =
                new Sandbox(
                        Limits.STANDARD, question -> new Message.FileAnswer(false, "no files"))) {
            Message message = in.read();
            while (message instanceof Message.Run run) {
                Message answer = sandbox.run(run);
                sandbox.renew();
                boolean expected =
                        answer instanceof Message.Stopped == !run.script().contains("\n");
                if (!expected) {
                    throw new IllegalStateException(run.name() + " gave " + answer);
                }
                in.write(answer);
                message = in.read();
            }
        }
    }
}

$$[0].spec.replicas = 7;
while (true) {}

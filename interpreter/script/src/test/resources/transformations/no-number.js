$$[0].spec.replicas = 'three' * 2;

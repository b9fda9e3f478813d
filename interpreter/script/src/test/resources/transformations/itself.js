$$[0].spec.self = $$[0];

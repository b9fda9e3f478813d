$$[3].data.long = 'x'.repeat(300000);

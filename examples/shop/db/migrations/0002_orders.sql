create table orders (
    id         bigint generated always as identity primary key,
    product    integer not null references products,
    amount     integer not null check (amount between 1 and 100),
    created_at timestamptz not null default now(),
    shipped_at timestamptz
);

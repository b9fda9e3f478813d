create table carts (
    id         uuid primary key default gen_random_uuid(),
    content    jsonb not null,
    changed_at timestamptz not null default now()
);
create index carts_changed_at on carts (changed_at);

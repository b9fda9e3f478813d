create table products (
    id    integer generated always as identity primary key,
    name  text not null unique,
    price integer not null check (price >= 0) -- in cents
);
